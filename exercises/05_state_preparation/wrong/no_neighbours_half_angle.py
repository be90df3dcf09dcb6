# task: no_neighbours
# why: Forgets the factor 2 of RY.
# fails: assert_same_state wrong_amplitudes
def no_neighbours(n):
    strings = [1, 2]
    while len(strings) <= n + 1:
        strings.append(strings[-1] + strings[-2])
    circuit = QuantumCircuit(n)
    for k in range(n):
        left = n - k
        angle = np.arccos(np.sqrt(strings[left - 1] / strings[left]))
        circuit.ry(angle, k)
        if k:
            circuit.cry(-angle, k - 1, k)
    return circuit
