# task: parity_game
# why: Measures along X for the question 1 and along Z for 0.
# fails: assert_distribution impossible_outcome
def team_state(n):
    circuit = QuantumCircuit(n)
    circuit.h(0)
    for k in range(1, n):
        circuit.cx(0, k)
    return circuit


def move(question):
    circuit = QuantumCircuit(1)
    if question:
        circuit.h(0)
    return circuit


def team(n):
    return team_state(n), [move(0), move(1)]
