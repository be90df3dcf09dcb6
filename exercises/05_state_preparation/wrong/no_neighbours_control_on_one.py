# task: no_neighbours
# why: Turns a qubit where the one before is 1.
# fails: assert_same_state off_by_gate
def no_neighbours(n):
    strings = [1, 2]
    while len(strings) <= n:
        strings.append(strings[-1] + strings[-2])
    circuit = QuantumCircuit(n)
    for k in range(n):
        angle = 2 * np.arccos(np.sqrt(strings[n - k - 1] / strings[n - k]))
        if k == 0:
            circuit.ry(angle, k)
        else:
            circuit.cry(angle, k - 1, k)
    return circuit
