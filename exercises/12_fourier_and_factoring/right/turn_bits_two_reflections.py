# task: turn_bits
# why: A rotation is two reflections of the positions: swaps that do not touch each other.
def turn_bits(n, a):
    number = 2**n - 1
    circuit = QuantumCircuit(n + 1)
    k, sign = next(
        (k, sign) for k in range(n) for sign in (1, -1) if (sign * 2**k - a) % number == 0
    )

    def reflect(total):
        for p in range(n):
            q = (total - p) % n
            if p < q:
                circuit.cswap(n, p, q)

    if k:
        reflect(0)
        reflect(k)
    if sign < 0:
        for p in range(n):
            circuit.cx(n, p)
        # 0 and N are told from the others by the parity of neighbours
        for p in range(1, n):
            circuit.cx(0, p)
            circuit.x(p)
        circuit.mcx([n, *range(1, n)], 0)
        for p in range(1, n):
            circuit.x(p)
            circuit.cx(0, p)
    return circuit
