# task: real_pair
# why: Reads the amplitudes with qubit 0 on the left.
# fails: assert_same_state qubit_order_reversed
def real_pair(amplitudes):
    c00, c01, c10, c11 = amplitudes
    low, high = 2 * np.arctan2(c01, c00), 2 * np.arctan2(c11, c10)
    circuit = QuantumCircuit(2)
    circuit.ry(2 * np.arctan2(np.hypot(c10, c11), np.hypot(c00, c01)), 0)
    circuit.ry((low + high) / 2, 1)
    circuit.cx(0, 1)
    circuit.ry((low - high) / 2, 1)
    circuit.cx(0, 1)
    return circuit
