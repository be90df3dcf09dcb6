# task: wide
# why: Does not undo the games.
# fails: assert_marks dirty_ancilla
def wide(k):
    circuit = QuantumCircuit(2 * k - 1)
    players, fresh = list(range(k)), k + 1
    while len(players) > 2:
        circuit.rccx(players[0], players[1], fresh)
        players = [*players[2:], fresh]
        fresh += 1
    circuit.ccx(*players, k)
    return circuit
