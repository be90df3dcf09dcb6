# task: no_neighbours
# why: Removes the forbidden strings with a gate from qubit 0, which is no neighbour.
# fails: assert_budget forbidden_pair
def no_neighbours(n):
    strings = [1, 2]
    while len(strings) <= n:
        strings.append(strings[-1] + strings[-2])
    circuit = QuantumCircuit(n)
    for k in range(n):
        angle = 2 * np.arccos(np.sqrt(strings[n - k - 1] / strings[n - k]))
        circuit.ry(angle, k)
        if k:
            circuit.cry(-angle, k - 1, k)
    if n > 2:
        circuit.cz(0, n - 1)
        circuit.cz(0, n - 1)
    return circuit
