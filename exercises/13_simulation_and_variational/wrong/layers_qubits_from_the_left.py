# task: layers
# why: Numbers the vertices from the left.
# fails: assert_same_state qubit_order_reversed
def layers(n, edges, gammas, betas):
    rounds = []
    for u, v, w in edges:
        for others in rounds:
            if not any({u, v} & {a, b} for a, b, _ in others):
                others.append((u, v, w))
                break
        else:
            rounds.append([(u, v, w)])
    circuit = QuantumCircuit(n)
    circuit.h(range(n))
    for gamma, beta in zip(gammas, betas, strict=True):
        for others in rounds:
            for u, v, w in others:
                circuit.rzz(-gamma * w, n - 1 - u, n - 1 - v)
        circuit.rx(2 * beta, range(n))
    return circuit
