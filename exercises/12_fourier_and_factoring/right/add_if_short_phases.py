# task: add_if
# why: Leaves out the phases that are whole turns, and the whole circuit where nothing is added.
def add_if(n, a):
    a = a % 2**n
    circuit = QuantumCircuit(n + 1)
    if a == 0:
        return circuit

    def transform(sign):
        steps = []
        for top in range(n):
            steps.append((top,))
            steps += [(k, top) for k in range(top)]
        part = QuantumCircuit(n + 1)
        # by qubits from the top for the transform, and all backwards for the inverse
        rows = [[step for step in steps if step[-1] == top] for top in range(n)]
        rows = rows[::-1] if sign > 0 else [row[::-1] for row in rows]
        for row in rows:
            for step in row:
                if len(step) == 1:
                    part.h(step[0])
                else:
                    part.cp(sign * np.pi / 2 ** (step[1] - step[0]), *step)
        return part

    circuit = circuit.compose(transform(1))
    for k in range(n):
        if a % 2 ** (k + 1):
            circuit.cp(2 * np.pi * a / 2 ** (k + 1), k, n)
    return circuit.compose(transform(-1))
