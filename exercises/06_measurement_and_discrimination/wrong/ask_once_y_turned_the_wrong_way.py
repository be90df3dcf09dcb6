# task: ask_once
# why: Uses S before H for Y, which exchanges the two answers.
# fails: assert_distribution wrong_distribution
def pauli_question(label):
    n = len(label)
    circuit = QuantumCircuit(n + 1, 1)
    for qubit, letter in enumerate(reversed(label)):
        if letter == "Y":
            circuit.s(qubit)
        if letter in "XY":
            circuit.h(qubit)
        if letter != "I":
            circuit.cx(qubit, n)
        if letter in "XY":
            circuit.h(qubit)
        if letter == "Y":
            circuit.sdg(qubit)
    circuit.measure(n, 0)
    return circuit
