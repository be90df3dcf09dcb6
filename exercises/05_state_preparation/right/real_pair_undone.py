# task: real_pair
# why: Takes the state apart to |00> and returns the inverse circuit.
def real_pair(amplitudes):
    c00, c01, c10, c11 = amplitudes
    apart = QuantumCircuit(2)
    apart.ry(-2 * np.arctan2(c01, c00), 0)
    rest = 2 * np.arctan2(c11, c10) - 2 * np.arctan2(c01, c00)
    apart.cry(-rest, 1, 0)
    apart.ry(-2 * np.arctan2(np.sqrt(c10**2 + c11**2), np.sqrt(c00**2 + c01**2)), 1)
    return apart.inverse()
