# task: ask_once
# why: One controlled Pauli string from the library.
def pauli_question(label):
    from qiskit.circuit.library import PauliGate

    n = len(label)
    circuit = QuantumCircuit(n + 1, 1)
    circuit.h(n)
    circuit.append(PauliGate(label).control(), [n, *range(n)])
    circuit.h(n)
    circuit.measure(n, 0)
    return circuit
