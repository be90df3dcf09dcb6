# task: w_state
# why: Recursion: shares the excitation between two halves, in proportion to their sizes.
def w_state(n):
    circuit = QuantumCircuit(n)
    circuit.x(0)

    def share(first, size):
        """Qubit `first` holds an excitation for `size` qubits."""
        if size == 1:
            return
        left = size // 2
        middle = first + left
        circuit.cry(2 * np.arcsin(np.sqrt((size - left) / size)), first, middle)
        circuit.cx(middle, first)
        share(first, left)
        share(middle, size - left)

    share(0, n)
    return circuit
