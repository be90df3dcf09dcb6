# task: spread
# why: Builds a circuit from every qubit and returns the one with the smallest depth.
def spread(edges):
    n = len(edges) + 1
    near = [[] for _ in range(n)]
    for a, b in edges:
        near[a] += [b]
        near[b] += [a]

    def part(v, parent):
        """The layers needed behind v, and the gates in their order."""
        behind = sorted((part(w, v) + (w,) for w in near[v] if w != parent), key=lambda x: -x[0])
        gates = [(v, w) for _, _, w in behind]
        for _, inner, _ in behind:
            gates += inner
        return max([i + t for i, (t, _, _) in enumerate(behind, 1)], default=0), gates

    circuits = []
    for root in range(n):
        circuit = QuantumCircuit(n)
        circuit.h(root)
        for pair in part(root, None)[1]:
            circuit.cx(*pair)
        circuits.append(circuit)
    return min(circuits, key=lambda c: c.depth())
