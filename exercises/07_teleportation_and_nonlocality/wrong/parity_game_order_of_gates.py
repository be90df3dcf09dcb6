# task: parity_game
# why: H first and then S, which changes no probability.
# fails: assert_distribution impossible_outcome
def team_state(n):
    circuit = QuantumCircuit(n)
    circuit.h(0)
    for k in range(1, n):
        circuit.cx(0, k)
    return circuit


def move(question):
    circuit = QuantumCircuit(1)
    circuit.h(0)
    if question:
        circuit.s(0)
    return circuit


def team(n):
    return team_state(n), [move(0), move(1)]
