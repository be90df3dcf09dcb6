# task: one_hot
# why: Always cuts into halves of equal size, and ignores what is left over.
# fails: assert_same_state wrong_state
def one_hot(amplitudes):
    n = len(amplitudes)
    circuit = QuantumCircuit(n)
    circuit.x(0)

    def share(first, size):
        if size < 2:
            return
        half = size // 2
        lower = np.linalg.norm(amplitudes[first : first + half])
        upper = np.linalg.norm(amplitudes[first + half : first + 2 * half])
        circuit.cry(2 * np.arctan2(upper, lower), first, first + half)
        circuit.cx(first + half, first)
        share(first, half)
        share(first + half, half)

    share(0, n)
    for k in range(n):
        circuit.p(np.angle(amplitudes[k]), k)
    return circuit
