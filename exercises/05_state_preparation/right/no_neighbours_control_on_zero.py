# task: no_neighbours
# why: X around the control, and a recursive count of the strings.
def no_neighbours(n):
    def ways(length):
        return 1 if length <= 0 else ways(length - 1) + ways(length - 2)

    circuit = QuantumCircuit(n)
    circuit.ry(2 * np.arcsin(np.sqrt(ways(n - 2) / ways(n))), 0)
    for k in range(1, n):
        angle = 2 * np.arcsin(np.sqrt(ways(n - k - 2) / ways(n - k)))
        circuit.x(k - 1)
        circuit.cry(angle, k - 1, k)
        circuit.x(k - 1)
    return circuit
