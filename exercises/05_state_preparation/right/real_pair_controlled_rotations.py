# task: real_pair
# why: Two controlled rotations, the first one switched on by X around its control.
def real_pair(amplitudes):
    c = np.array(amplitudes, dtype=float)
    circuit = QuantumCircuit(2)
    circuit.ry(2 * np.arctan2(np.linalg.norm(c[2:]), np.linalg.norm(c[:2])), 1)
    circuit.x(1)
    circuit.cry(2 * np.arctan2(c[1], c[0]), 1, 0)
    circuit.x(1)
    circuit.cry(2 * np.arctan2(c[3], c[2]), 1, 0)
    return circuit
