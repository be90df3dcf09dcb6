# task: real_pair
# why: Works with probabilities, so that every amplitude comes out positive.
# fails: assert_same_state relative_phase
def real_pair(amplitudes):
    p00, p01, p10, p11 = np.square(amplitudes)
    circuit = QuantumCircuit(2)
    circuit.ry(2 * np.arcsin(np.sqrt(min(p10 + p11, 1))), 1)
    low = 2 * np.arctan2(np.sqrt(p01), np.sqrt(p00))
    high = 2 * np.arctan2(np.sqrt(p11), np.sqrt(p10))
    circuit.x(1)
    circuit.cry(low, 1, 0)
    circuit.x(1)
    circuit.cry(high, 1, 0)
    return circuit
