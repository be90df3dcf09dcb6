# task: layers
# why: The cut of an edge as phases: P on both ends and CP between them.
def layers(n, edges, gammas, betas):
    order, busy = [], {}
    for u, v, w in edges:
        place = min(
            x for x in range(2 * len(edges) + 1) if (u, x) not in busy and (v, x) not in busy
        )
        busy[u, place] = busy[v, place] = True
        order.append((place, (u, v, w)))
    order = [edge for _, edge in sorted(order)]
    circuit = QuantumCircuit(n)
    circuit.h(range(n))
    for gamma, beta in zip(gammas, betas, strict=False):
        # x + y - 2xy is 1 exactly if the bits differ
        for u, v, w in order:
            circuit.p(-gamma * w, u)
            circuit.p(-gamma * w, v)
            circuit.cp(2 * gamma * w, u, v)
        for k in range(n):
            circuit.h(k)
            circuit.rz(2 * beta, k)
            circuit.h(k)
    return circuit
