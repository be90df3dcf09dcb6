# task: real_pair
# why: Turns each qubit by its own probability of being 1: right for product states only.
# fails: assert_same_state wrong_state
def real_pair(amplitudes):
    p = np.square(amplitudes)
    circuit = QuantumCircuit(2)
    circuit.ry(2 * np.arcsin(np.sqrt(min(p[1] + p[3], 1))), 0)
    circuit.ry(2 * np.arcsin(np.sqrt(min(p[2] + p[3], 1))), 1)
    return circuit
