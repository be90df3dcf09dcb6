# task: chsh_players
# why: The best classical plan: both always answer with what the Z measurement gives.
# fails: assert_between out_of_range
def alice_turns(question, theta):
    return QuantumCircuit(1)


def bob_turns(question, theta):
    return QuantumCircuit(1)


def players(theta):
    alice = [alice_turns(question, theta) for question in (0, 1)]
    bob = [bob_turns(question, theta) for question in (0, 1)]
    return alice, bob
