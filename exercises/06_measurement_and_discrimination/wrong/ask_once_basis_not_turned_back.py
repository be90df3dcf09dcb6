# task: ask_once
# why: Measures the right parity and leaves the data in the changed basis.
# fails: assert_distribution impossible_outcome
def pauli_question(label):
    n = len(label)
    circuit = QuantumCircuit(n + 1, 1)
    for qubit, letter in enumerate(reversed(label)):
        if letter == "Y":
            circuit.sdg(qubit)
        if letter in "XY":
            circuit.h(qubit)
        if letter != "I":
            circuit.cx(qubit, n)
    circuit.measure(n, 0)
    return circuit
