# task: layers
# why: Takes a maximal matching out of the remaining edges, again and again.
def layers(n, edges, gammas, betas):
    circuit = QuantumCircuit(n)
    circuit.h(range(n))
    for layer in range(len(gammas)):
        rest = list(edges)
        while rest:
            busy, later = set(), []
            for edge in rest:
                u, v, w = edge
                if u in busy or v in busy:
                    later.append(edge)
                else:
                    busy |= {u, v}
                    circuit.rzz(-w * gammas[layer], v, u)
            rest = later
        circuit.rx(2 * betas[layer], range(n))
    return circuit
