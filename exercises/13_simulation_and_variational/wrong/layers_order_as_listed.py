# task: layers
# why: Takes the edges in the order of the list: a long row becomes a staircase.
# fails: assert_budget budget_exceeded
def layers(n, edges, gammas, betas):
    circuit = QuantumCircuit(n)
    circuit.h(range(n))
    for gamma, beta in zip(gammas, betas, strict=False):
        for u, v, w in edges:
            circuit.rzz(-gamma * w, u, v)
        circuit.rx(2 * beta, range(n))
    return circuit
