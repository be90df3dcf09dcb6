# task: turn_bits
# why: Exchanges basis states one pair after the other: right, and too expensive.
# fails: assert_budget budget_exceeded
def turn_bits(n, a):
    number = 2**n - 1
    circuit = QuantumCircuit(n + 1)

    def exchange(x, y):
        differ = [p for p in range(n) if (x ^ y) >> p & 1]
        pivot = differ[0]
        if x >> pivot & 1:
            x, y = y, x
        for p in differ[1:]:
            circuit.cx(pivot, p)
        controls = [p for p in range(n) if p != pivot]
        zeros = [p for p in controls if not x >> p & 1]
        if zeros:
            circuit.x(zeros)
        circuit.mcx([*controls, n], pivot)
        if zeros:
            circuit.x(zeros)
        for p in differ[1:]:
            circuit.cx(pivot, p)

    seen = set()
    for x in range(1, number):
        cycle = [x]
        while a * cycle[-1] % number != x:
            cycle.append(a * cycle[-1] % number)
        if x not in seen:
            for y in cycle[1:]:
                exchange(x, y)
            seen.update(cycle)
    return circuit
