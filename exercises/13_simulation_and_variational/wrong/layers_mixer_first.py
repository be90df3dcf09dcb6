# task: layers
# why: Exchanges cost and mixer, so that the first mixer only gives a phase.
# fails: assert_same_state wrong_amplitudes
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
    for gamma, beta in zip(gammas, betas, strict=False):
        circuit.rx(2 * beta, range(n))
        for others in rounds:
            for u, v, w in others:
                circuit.rzz(-gamma * w, u, v)
    return circuit
