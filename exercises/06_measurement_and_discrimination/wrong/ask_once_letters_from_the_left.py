# task: ask_once
# why: Gives qubit 0 the leftmost letter.
# fails: assert_distribution impossible_outcome
def pauli_question(label):
    n = len(label)
    circuit = QuantumCircuit(n + 1, 1)
    circuit.h(n)
    for qubit, letter in enumerate(label):
        if letter != "I":
            getattr(circuit, "c" + letter.lower())(n, qubit)
    circuit.h(n)
    circuit.measure(n, 0)
    return circuit
