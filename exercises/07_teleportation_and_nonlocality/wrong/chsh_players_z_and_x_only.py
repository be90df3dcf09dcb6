# task: chsh_players
# why: Both measure Z for one question and X for the other: perfect correlations, and no violation.
# fails: assert_between out_of_range
def alice_turns(question, theta):
    circuit = QuantumCircuit(1)
    if question:
        circuit.h(0)
    return circuit


def bob_turns(question, theta):
    circuit = QuantumCircuit(1)
    if question:
        circuit.h(0)
    return circuit


def players(theta):
    alice = [alice_turns(question, theta) for question in (0, 1)]
    bob = [bob_turns(question, theta) for question in (0, 1)]
    return alice, bob
