# task: wide
# why: The relative-phase Toffoli written out in RY and CX, after Margolus.
def wide(k):
    def game(circuit, one, two, into, sign):
        circuit.ry(sign * np.pi / 4, into)
        circuit.cx(two, into)
        circuit.ry(sign * np.pi / 4, into)
        circuit.cx(one, into)
        circuit.ry(-sign * np.pi / 4, into)
        circuit.cx(two, into)
        circuit.ry(-sign * np.pi / 4, into)

    circuit = QuantumCircuit(2 * k - 1)
    level, spare, games = list(range(k)), k + 1, []
    while len(level) > 2:
        following = []
        for one, two in zip(level[::2], level[1::2], strict=False):
            games.append((one, two, spare))
            following.append(spare)
            spare += 1
        level = following + ([level[-1]] if len(level) % 2 else [])
    for one, two, into in games:
        game(circuit, one, two, into, 1)
    circuit.ccx(level[0], level[1], k)
    for one, two, into in reversed(games):
        game(circuit, one, two, into, 1)
    return circuit
