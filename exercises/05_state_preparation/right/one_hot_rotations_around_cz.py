# task: one_hot
# why: Writes the controlled rotation as two rotations around a CZ, and starts at the top qubit.
def one_hot(amplitudes):
    n = len(amplitudes)
    circuit = QuantumCircuit(n)
    circuit.x(n - 1)

    def share(low, high):
        """Qubit `high` holds the 1 of the qubits from low to high."""
        if low == high:
            return
        middle = (low + high) // 2
        below = np.linalg.norm(amplitudes[low : middle + 1])
        above = np.linalg.norm(amplitudes[middle + 1 : high + 1])
        half = np.arctan2(below, above)
        circuit.ry(-half, middle)
        circuit.cz(high, middle)
        circuit.ry(half, middle)
        circuit.cx(middle, high)
        share(low, middle)
        share(middle + 1, high)

    share(0, n - 1)
    for k in range(n):
        circuit.p(np.angle(amplitudes[k]), k)
    return circuit
