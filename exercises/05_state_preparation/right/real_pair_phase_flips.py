# task: real_pair
# why: The tree from qubit 0 downwards, multiplexed with CZ instead of CX.
def real_pair(amplitudes):
    square = np.array(amplitudes, dtype=float).reshape(2, 2)
    circuit = QuantumCircuit(2)
    sizes = np.linalg.norm(square, axis=0)
    circuit.ry(2 * np.arctan2(sizes[1], sizes[0]), 0)
    zero, one = (2 * np.arctan2(square[1, k], square[0, k]) for k in range(2))
    circuit.cz(0, 1)
    circuit.ry((zero - one) / 2, 1)
    circuit.cz(0, 1)
    circuit.ry((zero + one) / 2, 1)
    return circuit
