# task: wide
# why: A player without a partner drops out.
# fails: assert_marks marks_too_many
def wide(k):
    circuit = QuantumCircuit(2 * k - 1)
    games, players, fresh = [], list(range(k)), k + 1
    while len(players) > 3:
        winners = []
        for one, two in zip(players[::2], players[1::2], strict=False):
            games.append((one, two, fresh))
            winners.append(fresh)
            fresh += 1
        players = winners
    for game in games:
        circuit.rccx(*game)
    circuit.ccx(players[0], players[1], k)
    for game in reversed(games):
        circuit.rccx(*game)
    return circuit
