# task: parity_game
# why: A tree of CX gates, and each move as one matrix.
def team_state(n):
    circuit = QuantumCircuit(n)
    circuit.h(0)
    for k in range(1, n):
        circuit.cx((k - 1) // 2, k)
    return circuit


def move(question):
    phase = 1j**question
    circuit = QuantumCircuit(1)
    circuit.unitary(np.array([[1, phase], [1, -phase]]) / np.sqrt(2), [0])
    return circuit


def team(n):
    return team_state(n), [move(0), move(1)]
