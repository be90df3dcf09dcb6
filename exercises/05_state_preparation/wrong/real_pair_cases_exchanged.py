# task: real_pair
# why: Turns by the angle of the upper pair where qubit 1 is 0.
# fails: assert_same_state off_by_gate
def real_pair(amplitudes):
    c00, c01, c10, c11 = amplitudes
    low, high = 2 * np.arctan2(c01, c00), 2 * np.arctan2(c11, c10)
    circuit = QuantumCircuit(2)
    circuit.ry(2 * np.arctan2(np.hypot(c10, c11), np.hypot(c00, c01)), 1)
    circuit.ry((low + high) / 2, 0)
    circuit.cx(1, 0)
    circuit.ry((high - low) / 2, 0)
    circuit.cx(1, 0)
    return circuit
