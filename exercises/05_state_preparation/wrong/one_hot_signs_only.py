# task: one_hot
# why: Keeps the signs of real amplitudes, but no other phase.
# fails: assert_same_state relative_phase
def one_hot(amplitudes):
    n = len(amplitudes)
    circuit = QuantumCircuit(n)
    circuit.x(0)

    def share(first, size):
        if size == 1:
            return
        middle = first + (size + 1) // 2
        lower = np.linalg.norm(amplitudes[first:middle])
        upper = np.linalg.norm(amplitudes[middle : first + size])
        circuit.cry(2 * np.arctan2(upper, lower), first, middle)
        circuit.cx(middle, first)
        share(first, middle - first)
        share(middle, first + size - middle)

    share(0, n)
    for k in range(n):
        circuit.p(np.pi if np.real(amplitudes[k]) < 0 else 0.0, k)
    return circuit
