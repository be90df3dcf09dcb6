# task: ask_once
# why: Measures everything with measure_all.
# fails: assert_distribution wrong_length
def pauli_question(label):
    n = len(label)
    circuit = QuantumCircuit(n + 1)
    circuit.h(n)
    for qubit, letter in enumerate(reversed(label)):
        if letter != "I":
            getattr(circuit, "c" + letter.lower())(n, qubit)
    circuit.h(n)
    circuit.measure_all()
    return circuit
