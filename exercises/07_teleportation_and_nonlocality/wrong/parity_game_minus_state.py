# task: parity_game
# why: Begins with the minus sign of the state in Mermin's paper, which is for the opposite rule.
# fails: assert_distribution impossible_outcome
def team_state(n):
    circuit = QuantumCircuit(n)
    circuit.x(0)
    circuit.h(0)
    for k in range(1, n):
        circuit.cx(0, k)
    return circuit


def move(question):
    circuit = QuantumCircuit(1)
    if question:
        circuit.s(0)
    circuit.h(0)
    return circuit


def team(n):
    return team_state(n), [move(0), move(1)]
