# task: layers
# why: Begins in |0...0>, where the cost operator does nothing but a phase.
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
    for gamma, beta in zip(gammas, betas, strict=True):
        for others in rounds:
            for u, v, w in others:
                circuit.rzz(-gamma * w, u, v)
        circuit.rx(2 * beta, range(n))
    return circuit
