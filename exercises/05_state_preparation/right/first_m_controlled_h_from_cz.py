# task: first_m
# why: Trailing zeros of m are cut off first; controlled H is written as RY, CZ, RY.
def first_m(m, n):
    circuit = QuantumCircuit(n)
    free = 0
    while m % 2 == 0:
        circuit.h(free)
        m, free = m // 2, free + 1
    if m == 1:
        return circuit
    ones = [k for k in range(m.bit_length()) if m & 1 << k]
    rest, above = m, None
    for place in ones[:0:-1]:
        angle = 2 * np.arccos(np.sqrt(2**place / rest))
        if above is None:
            circuit.ry(angle, free + place)
        else:
            circuit.ry(angle / 2, free + place)
            circuit.cz(free + above, free + place)
            circuit.ry(-angle / 2, free + place)
            circuit.cz(free + above, free + place)
        rest, above = rest - 2**place, place
    for i in range(1, len(ones)):
        lower, upper = ones[i - 1], ones[i]
        circuit.x(free + upper)
        for k in range(lower, upper):
            circuit.ry(-np.pi / 4, free + k)
            circuit.cz(free + upper, free + k)
            circuit.ry(np.pi / 4, free + k)
        circuit.x(free + upper)
    return circuit
