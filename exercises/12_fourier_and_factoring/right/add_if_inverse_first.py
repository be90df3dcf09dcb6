# task: add_if
# why: Transforms by the inverse and turns the phases the other way.
def add_if(n, a):
    circuit = QuantumCircuit(n + 1)
    there = []
    for top in range(n - 1, -1, -1):
        there.append(("h", 0.0, top, top))
        there += [("cp", -math.pi / 2 ** (top - k), k, top) for k in range(top)]
    steps = there + [("cp", -2 * math.pi * a / 2 ** (k + 1), n, k) for k in range(n)]
    steps += [(name, -angle, p, q) for name, angle, p, q in reversed(there)]
    for name, angle, p, q in steps:
        if name == "h":
            circuit.h(p)
        else:
            circuit.cp(angle, p, q)
    return circuit
