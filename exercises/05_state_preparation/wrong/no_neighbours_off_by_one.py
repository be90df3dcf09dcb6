# task: no_neighbours
# why: Counts one qubit too many.
# fails: assert_same_state wrong_amplitudes
def no_neighbours(n):
    strings = [1, 2]
    while len(strings) <= n + 1:
        strings.append(strings[-1] + strings[-2])
    circuit = QuantumCircuit(n)
    for k in range(n):
        left = n - k
        angle = 2 * np.arccos(np.sqrt(strings[left] / strings[left + 1]))
        circuit.ry(angle, k)
        if k:
            circuit.cry(-angle, k - 1, k)
    return circuit
