# task: wide
# why: Undoes the games in the order in which they were played.
# fails: assert_marks dirty_ancilla
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
    for game in games:
        circuit.rccx(*game)
    return circuit
