# task: turn_bits
# why: Complements first and rotates then, by cycles of places; two ancillas hold the AND of the controls in between.
def turn_bits(n, a):
    number = 2**n - 1
    powers = [2**k % number for k in range(n)]
    negative = a not in powers
    k = powers.index(-a % number if negative else a)
    circuit = QuantumCircuit(n + 3)
    if negative:
        circuit.cx(n, list(range(n)))
        rest = list(range(1, n))
        circuit.cx(0, rest)
        circuit.x(rest)
        conditions = [n, *rest]
        noted = []
        for ancilla in (n + 1, n + 2):
            if len(conditions) > 2:
                first, second = conditions.pop(), conditions.pop()
                noted.append((first, second, ancilla))
                circuit.ccx(first, second, ancilla)
                conditions.append(ancilla)
        circuit.mcx(conditions, 0)
        for step in reversed(noted):
            circuit.ccx(*step)
        circuit.x(rest)
        circuit.cx(0, rest)
    comes_from = {p: (p - k) % n for p in range(n)}
    while comes_from:
        start, following = next(iter(comes_from.items()))
        place = start
        while following != start:
            circuit.cswap(n, place, following)
            del comes_from[place]
            place, following = following, comes_from[following]
        del comes_from[place]
    return circuit
