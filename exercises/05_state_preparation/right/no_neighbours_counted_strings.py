# task: no_neighbours
# why: Takes the probabilities from the list of allowed strings, without a formula.
def no_neighbours(n):
    from itertools import product

    def allowed(length):
        texts = ("".join(bits) for bits in product("01", repeat=length))
        return [text for text in texts if "11" not in text]

    circuit = QuantumCircuit(n)
    for k in range(n):
        rest = allowed(n - k)
        share = sum(text[0] == "1" for text in rest) / len(rest)
        angle = 2 * np.arcsin(np.sqrt(share))
        if k == 0:
            circuit.ry(angle, 0)
        else:
            circuit.ry(angle / 2, k)
            circuit.cz(k - 1, k)
            circuit.ry(angle / 2, k)
            circuit.cz(k - 1, k)
    return circuit
