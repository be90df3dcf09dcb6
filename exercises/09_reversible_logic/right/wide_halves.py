# task: wide
# why: Recursion: the and of each half into a qubit of its own, and the games of both halves at the same time.
def wide(k):
    circuit = QuantumCircuit(2 * k - 1)
    free = list(range(k + 1, 2 * k - 1))

    def conjunction(qubits):
        """Return gates that bring the and of these qubits to one qubit, and that qubit."""
        if len(qubits) == 1:
            return [], qubits[0]
        middle = len(qubits) // 2
        left, one = conjunction(qubits[:middle])
        right, two = conjunction(qubits[middle:])
        into = free.pop()
        return [*left, *right, (one, two, into)], into

    half = (k + 1) // 2
    first, one = conjunction(list(range(half)))
    second, two = conjunction(list(range(half, k)))
    for game in [*first, *second]:
        circuit.rccx(*game)
    circuit.ccx(one, two, k)
    for game in reversed([*first, *second]):
        circuit.rccx(*game)
    return circuit
