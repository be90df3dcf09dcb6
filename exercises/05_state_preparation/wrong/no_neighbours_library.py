# task: no_neighbours
# why: Lets the library prepare the vector: too many gates, and between qubits far apart.
# fails: assert_budget forbidden_pair
def no_neighbours(n):
    wanted = np.array([0.0 if j & (j >> 1) else 1.0 for j in range(2**n)])
    circuit = QuantumCircuit(n)
    circuit.prepare_state(wanted / np.linalg.norm(wanted))
    return circuit
