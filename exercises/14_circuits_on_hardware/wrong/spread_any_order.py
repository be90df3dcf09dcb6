# task: spread
# why: Tells the neighbours in the order of the list.
# fails: assert_budget budget_exceeded
def spread(edges):
    n = len(edges) + 1
    neighbours = {v: [] for v in range(n)}
    for a, b in edges:
        neighbours[a].append(b)
        neighbours[b].append(a)

    def time(v, parent):
        times = sorted((time(w, v) for w in neighbours[v] if w != parent), reverse=True)
        return max((i + t for i, t in enumerate(times, start=1)), default=0)

    circuit = QuantumCircuit(n)

    def tell(v, parent):
        others = [w for w in neighbours[v] if w != parent]
        for w in sorted(others):
            circuit.cx(v, w)
            tell(w, v)

    first = min(neighbours, key=lambda v: time(v, None))
    circuit.h(first)
    tell(first, None)
    return circuit
