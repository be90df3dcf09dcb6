# task: chsh_players
# why: Bob measures Z and X, and Alice the two directions in between.
def bob_turns(question, theta):
    circuit = QuantumCircuit(1)
    if question == 1:
        circuit.h(0)
    return circuit


def alice_turns(question, theta):
    tilt = np.arctan2(np.sin(2 * theta), 1)
    circuit = QuantumCircuit(1)
    circuit.ry([-tilt, tilt][question], 0)
    return circuit


def players(theta):
    alice = [alice_turns(question, theta) for question in (0, 1)]
    bob = [bob_turns(question, theta) for question in (0, 1)]
    return alice, bob
