# task: parity_game
# why: Each player with the question 1 contributes -1, and two of them cancel.
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
        circuit.z(0)
    circuit.h(0)
    return circuit


def team(n):
    return team_state(n), [move(0), move(1)]
