# task: real_pair
# why: Forgets that RY(theta) turns the amplitudes by theta / 2.
# fails: assert_same_state wrong_amplitudes
def real_pair(amplitudes):
    c00, c01, c10, c11 = amplitudes
    low, high = np.arctan2(c01, c00), np.arctan2(c11, c10)
    circuit = QuantumCircuit(2)
    circuit.ry(np.arctan2(np.hypot(c10, c11), np.hypot(c00, c01)), 1)
    circuit.ry((low + high) / 2, 0)
    circuit.cx(1, 0)
    circuit.ry((low - high) / 2, 0)
    circuit.cx(1, 0)
    return circuit
