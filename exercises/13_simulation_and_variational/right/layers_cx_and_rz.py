# task: layers
# why: CX, RZ, CX for each edge, in rounds chosen by the smallest free number at both ends.
def layers(n, edges, gammas, betas):
    used = [set() for _ in range(n)]
    numbered = []
    for u, v, w in edges:
        number = 0
        while number in used[u] or number in used[v]:
            number += 1
        used[u].add(number)
        used[v].add(number)
        numbered.append((number, u, v, w))
    numbered.sort()
    circuit = QuantumCircuit(n)
    for k in range(n):
        circuit.h(k)
    for gamma, beta in zip(gammas, betas, strict=False):
        for _, u, v, w in numbered:
            circuit.cx(u, v)
            circuit.rz(-gamma * w, v)
            circuit.cx(u, v)
        for k in range(n):
            circuit.rx(2 * beta, k)
    return circuit
