# task: ask_once
# why: Turns each letter into Z, writes the parity into the ancilla, turns back.
def pauli_question(label):
    n = len(label)
    turn = QuantumCircuit(n + 1, 1)
    parity = QuantumCircuit(n + 1, 1)
    for qubit, letter in enumerate(label[::-1]):
        if letter == "Y":
            turn.sdg(qubit)
        if letter in "XY":
            turn.h(qubit)
        if letter != "I":
            parity.cx(qubit, n)
    circuit = turn.compose(parity).compose(turn.inverse())
    circuit.measure(n, 0)
    return circuit
