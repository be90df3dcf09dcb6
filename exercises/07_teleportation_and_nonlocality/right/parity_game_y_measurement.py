# task: parity_game
# why: Measures along X or Y by quarter turns of the Bloch sphere.
def team_state(n):
    circuit = QuantumCircuit(n)
    circuit.ry(np.pi / 2, 0)
    circuit.cx([0] * (n - 1), range(1, n))
    return circuit


def move(question):
    circuit = QuantumCircuit(1)
    if question:
        circuit.rx(np.pi / 2, 0)
    else:
        circuit.ry(-np.pi / 2, 0)
    return circuit


def team(n):
    return team_state(n), [move(0), move(1)]
