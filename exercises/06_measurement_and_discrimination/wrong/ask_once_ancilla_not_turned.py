# task: ask_once
# why: Leaves out the Hadamard gates of the ancilla, which then controls nothing.
# fails: assert_distribution impossible_outcome
def pauli_question(label):
    n = len(label)
    circuit = QuantumCircuit(n + 1, 1)
    for qubit, letter in enumerate(reversed(label)):
        if letter != "I":
            getattr(circuit, "c" + letter.lower())(n, qubit)
    circuit.measure(n, 0)
    return circuit
