# task: turn_bits
# why: Moves bits by swaps of neighbours, to the side on which fewer are needed.
def turn_bits(n, a):
    number = 2**n - 1
    circuit = QuantumCircuit(n + 1)

    def one_place(upwards):
        places = range(n - 1, 0, -1) if upwards else range(1, n)
        for p in places:
            circuit.cx(p - 1, p)
            circuit.ccx(n, p, p - 1)
            circuit.cx(p - 1, p)

    exponents = {pow(2, k, number): k for k in range(n)}
    negative = a not in exponents
    if negative:
        circuit.cx(n, range(n))
        circuit.cx(n - 1, range(n - 1))
        circuit.mcx([n, *range(n - 1)], n - 1, ctrl_state=1)
        circuit.cx(n - 1, range(n - 1))
        a = -a % number
    k = exponents[a]
    for _ in range(min(k, n - k)):
        one_place(k <= n - k)
    return circuit
