# task: mask
# why: The eigenvector as what is left of a vector when the part with +1 is taken away.
def mask(oracle, n, place, gate):
    from qiskit.quantum_info import Statevector

    away = (np.eye(2) - np.array(gate)) / 2
    columns = sorted(away.T, key=np.linalg.norm)
    vector = columns[-1] / np.linalg.norm(columns[-1])
    circuit = QuantumCircuit(n + 1, n)
    circuit.prepare_state(Statevector(vector), place)
    others = list(range(n + 1))
    others.remove(place)
    for qubit in others:
        circuit.h(qubit)
    circuit.append(oracle, circuit.qubits)
    for bit, qubit in enumerate(others):
        circuit.h(qubit)
        circuit.measure(qubit, bit)
    return circuit
