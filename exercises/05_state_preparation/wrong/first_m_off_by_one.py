# task: first_m
# why: Includes m itself.
# fails: assert_same_state wrong_state
def first_m(m, n):
    m = min(m + 1, 2**n)
    circuit = QuantumCircuit(n)
    ones = [k for k in range(n + 1) if m >> k & 1]
    rest, above = m, None
    for place in reversed(ones[1:]):
        angle = 2 * np.arctan(np.sqrt((rest - 2**place) / 2**place))
        if above is None:
            circuit.ry(angle, place)
        else:
            circuit.cry(angle, above, place)
        rest, above = rest - 2**place, place
    for k in range(ones[0]):
        circuit.h(k)
    for i in range(1, len(ones)):
        lower, upper = ones[i - 1], ones[i]
        circuit.x(upper)
        for k in range(lower, upper):
            circuit.ch(upper, k)
        circuit.x(upper)
    return circuit
