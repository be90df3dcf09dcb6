# task: no_neighbours
# why: Turns each free qubit half way: allowed strings only, but not equally likely.
# fails: assert_same_state wrong_amplitudes
def no_neighbours(n):
    strings = [1, 2]
    while len(strings) <= n + 1:
        strings.append(strings[-1] + strings[-2])
    circuit = QuantumCircuit(n)
    for k in range(n):
        angle = np.pi / 2
        circuit.ry(angle, k)
        if k:
            circuit.cry(-angle, k - 1, k)
    return circuit
