# task: parity_game
# why: Entangles the first three players only.
# fails: assert_distribution impossible_outcome
def team_state(n):
    circuit = QuantumCircuit(n)
    circuit.h(0)
    circuit.cx(0, 1)
    circuit.cx(0, 2)
    return circuit


def move(question):
    circuit = QuantumCircuit(1)
    if question:
        circuit.s(0)
    circuit.h(0)
    return circuit


def team(n):
    return team_state(n), [move(0), move(1)]
