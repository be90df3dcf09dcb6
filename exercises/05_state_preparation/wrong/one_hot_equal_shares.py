# task: one_hot
# why: Shares by the number of qubits and not by their weight: the W state.
# fails: assert_same_state wrong_amplitudes
def one_hot(amplitudes):
    n = len(amplitudes)
    circuit = QuantumCircuit(n)
    circuit.x(0)

    def share(first, size):
        if size == 1:
            return
        middle = first + (size + 1) // 2
        circuit.cry(2 * np.arctan2(np.sqrt(first + size - middle), np.sqrt(middle - first)), first, middle)
        circuit.cx(middle, first)
        share(first, middle - first)
        share(middle, first + size - middle)

    share(0, n)
    for k in range(n):
        circuit.p(np.angle(amplitudes[k]), k)
    return circuit
