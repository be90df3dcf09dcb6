# task: no_neighbours
# why: Exchanges control and target of the gate that undoes the rotation.
# fails: assert_same_state wrong_state
def no_neighbours(n):
    strings = [1, 2]
    while len(strings) <= n + 1:
        strings.append(strings[-1] + strings[-2])
    circuit = QuantumCircuit(n)
    for k in range(n):
        left = n - k
        angle = 2 * np.arccos(np.sqrt(strings[left - 1] / strings[left]))
        circuit.ry(angle, k)
        if k:
            circuit.cry(-angle, k, k - 1)
    return circuit
