# task: no_neighbours
# why: Goes from the top qubit downwards, with a multiplexed rotation of two CX.
def no_neighbours(n):
    fibonacci = [1, 1]
    for _ in range(n):
        fibonacci.append(fibonacci[-1] + fibonacci[-2])
    circuit = QuantumCircuit(n)
    for k in reversed(range(n)):
        angle = 2 * np.arctan(np.sqrt(fibonacci[k] / fibonacci[k + 1]))
        if k == n - 1:
            circuit.ry(angle, k)
        else:
            circuit.ry(angle / 2, k)
            circuit.cx(k + 1, k)
            circuit.ry(angle / 2, k)
            circuit.cx(k + 1, k)
    return circuit
