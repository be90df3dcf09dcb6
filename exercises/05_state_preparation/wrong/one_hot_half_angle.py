# task: one_hot
# why: Forgets the factor 2 of the rotation.
# fails: assert_same_state wrong_amplitudes
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
        circuit.cry(np.arctan2(upper, lower), first, middle)
        circuit.cx(middle, first)
        share(first, middle - first)
        share(middle, first + size - middle)

    share(0, n)
    for k in range(n):
        circuit.p(np.angle(amplitudes[k]), k)
    return circuit
