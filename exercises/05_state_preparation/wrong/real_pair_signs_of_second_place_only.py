# task: real_pair
# why: Uses arctan instead of arctan2, which loses the sign of the pair as a whole.
# fails: assert_same_state relative_phase
def real_pair(amplitudes):
    c00, c01, c10, c11 = (c if c else 1e-12 for c in amplitudes)
    low, high = 2 * np.arctan(c01 / c00), 2 * np.arctan(c11 / c10)
    circuit = QuantumCircuit(2)
    circuit.ry(2 * np.arctan2(np.hypot(c10, c11), np.hypot(c00, c01)), 1)
    circuit.ry((low + high) / 2, 0)
    circuit.cx(1, 0)
    circuit.ry((low - high) / 2, 0)
    circuit.cx(1, 0)
    return circuit
