# task: chsh_players
# why: The angles for the Bell state, whatever the pair is.
# fails: assert_between out_of_range
def alice_turns(question, theta):
    circuit = QuantumCircuit(1)
    if question:
        circuit.ry(-np.pi / 2, 0)
    return circuit


def bob_turns(question, theta):
    circuit = QuantumCircuit(1)
    circuit.ry(np.pi / 4 if question else -np.pi / 4, 0)
    return circuit


def players(theta):
    alice = [alice_turns(question, theta) for question in (0, 1)]
    bob = [bob_turns(question, theta) for question in (0, 1)]
    return alice, bob
