# task: parity_game
# why: Every player with the question 1 contributes -i; two of them make the same sign.
def team_state(n):
    circuit = QuantumCircuit(n)
    circuit.h(n - 1)
    for k in range(n - 1, 0, -1):
        circuit.cx(k, k - 1)
    return circuit


def move(question):
    circuit = QuantumCircuit(1)
    for _ in range(question):
        circuit.sdg(0)
    circuit.h(0)
    return circuit


def team(n):
    return team_state(n), [move(0), move(1)]
