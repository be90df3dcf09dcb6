# task: teleport
# why: The classical shortcut: Alice measures the unknown qubit, and Bob prepares what she found.
# fails: assert_same_channel wrong_channel
def alice_sends(x, z):
    circuit = QuantumCircuit(2, 2)
    circuit.measure([0, 1], [0, 1])
    return circuit


def bob_receives(x, z):
    circuit = QuantumCircuit(1, 2)
    circuit.reset(0)
    with circuit.if_test((circuit.clbits[0], 1)):
        circuit.x(0)
    return circuit


def teleport(x, z):
    return alice_sends(x, z), bob_receives(x, z)
