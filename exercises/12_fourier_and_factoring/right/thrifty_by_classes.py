# task: thrifty
# why: Counts how many of each angle may go, from the smallest angle up.
def thrifty(n, epsilon):
    rest = epsilon
    gone = {}
    for j in range(n, 1, -1):
        angle = 2 * np.pi / 2**j
        number = min(n - j + 1, int(rest / angle))
        gone[j] = number
        rest -= number * angle
        if number < n - j + 1:
            break
    circuit = QuantumCircuit(n)
    for top in range(n - 1, -1, -1):
        circuit.h(top)
        for k in range(top):
            j = top - k + 1
            if gone.get(j, 0) > 0:
                gone[j] -= 1
                continue
            circuit.cp(2 * np.pi / 2**j, k, top)
    return circuit
