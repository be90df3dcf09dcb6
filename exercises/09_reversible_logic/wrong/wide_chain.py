# task: wide
# why: A chain: cheap enough, and too deep.
# fails: assert_budget budget_exceeded
def wide(k):
    circuit = QuantumCircuit(2 * k - 1)
    games, last = [], 0
    for i in range(1, k - 1):
        games.append((i, last, k + i))
        last = k + i
    for game in games:
        circuit.rccx(*game)
    circuit.ccx(k - 1, last, k)
    for game in reversed(games):
        circuit.rccx(*game)
    return circuit
