# task: ask_once
# why: Writes 1 for the value +1.
# fails: assert_distribution impossible_outcome
def pauli_question(label):
    n = len(label)
    circuit = QuantumCircuit(n + 1, 1)
    circuit.x(n)
    circuit.h(n)
    for qubit, letter in enumerate(reversed(label)):
        if letter != "I":
            getattr(circuit, "c" + letter.lower())(n, qubit)
    circuit.h(n)
    circuit.measure(n, 0)
    return circuit
