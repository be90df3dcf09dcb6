# task: wide
# why: Undoes relative-phase Toffolis with Toffolis.
# fails: assert_marks oracle_phase
def wide(k):
    circuit = QuantumCircuit(2 * k - 1)
    games, players, fresh = [], list(range(k)), k + 1
    while len(players) > 2:
        games.append((players[0], players[1], fresh))
        players = [*players[2:], fresh]
        fresh += 1
    for game in games:
        circuit.rccx(*game)
    circuit.ccx(*players, k)
    for game in reversed(games):
        circuit.ccx(*game)
    return circuit
