# task: chsh_players
# why: Puts θ for 2θ into the formula of the correlation.
# fails: assert_between out_of_range
def alice_turns(question, theta):
    circuit = QuantumCircuit(1)
    if question:
        circuit.ry(-np.pi / 2, 0)
    return circuit


def bob_turns(question, theta):
    circuit = QuantumCircuit(1)
    mu = np.arctan(np.sin(theta))
    circuit.ry(mu if question else -mu, 0)
    return circuit


def players(theta):
    alice = [alice_turns(question, theta) for question in (0, 1)]
    bob = [bob_turns(question, theta) for question in (0, 1)]
    return alice, bob
