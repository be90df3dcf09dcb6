# task: parity_game
# why: The best classical plan for three players: the number of 1s is always odd.
# fails: assert_distribution impossible_outcome
def team_state(n):
    return QuantumCircuit(n)


def move(question):
    circuit = QuantumCircuit(1)
    circuit.x(0)
    return circuit


def team(n):
    return team_state(n), [move(0), move(1)]
