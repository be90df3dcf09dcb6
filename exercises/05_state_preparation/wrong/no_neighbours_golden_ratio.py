# task: no_neighbours
# why: Uses the golden ratio, the limit for long rows, at every qubit.
# fails: assert_same_state wrong_amplitudes
def no_neighbours(n):
    strings = [1, 2]
    while len(strings) <= n + 1:
        strings.append(strings[-1] + strings[-2])
    circuit = QuantumCircuit(n)
    for k in range(n):
        angle = 2 * np.arccos(np.sqrt((np.sqrt(5) - 1) / 2))
        circuit.ry(angle, k)
        if k:
            circuit.cry(-angle, k - 1, k)
    return circuit
