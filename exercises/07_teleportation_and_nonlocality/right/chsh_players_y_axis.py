# task: chsh_players
# why: Uses Z and Y: for this pair YY has the sign opposite to XX, so Bob turns the other way round.
def alice_turns(question, theta):
    circuit = QuantumCircuit(1)
    if question:
        circuit.rx(np.pi / 2, 0)
    return circuit


def bob_turns(question, theta):
    tilt = np.arctan(np.sin(2 * theta))
    circuit = QuantumCircuit(1)
    circuit.rx(tilt if question else -tilt, 0)
    return circuit


def players(theta):
    alice = [alice_turns(question, theta) for question in (0, 1)]
    bob = [bob_turns(question, theta) for question in (0, 1)]
    return alice, bob
