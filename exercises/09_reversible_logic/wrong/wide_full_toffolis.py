# task: wide
# why: The tree with Toffoli gates everywhere: too many T gates.
# fails: assert_budget budget_exceeded
def wide(k):
    circuit = QuantumCircuit(2 * k - 1)
    games, players, fresh = [], list(range(k)), k + 1
    while len(players) > 2:
        games.append((players[0], players[1], fresh))
        players = [*players[2:], fresh]
        fresh += 1
    for game in games:
        circuit.ccx(*game)
    circuit.ccx(*players, k)
    for game in reversed(games):
        circuit.ccx(*game)
    return circuit
