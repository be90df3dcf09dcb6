# task: teleport
# why: The protocol for Φ+, whatever the pair is.
# fails: assert_same_channel wrong_channel
def alice_sends(x, z):
    circuit = QuantumCircuit(2, 2)
    circuit.cx(0, 1)
    circuit.h(0)
    circuit.measure([0, 1], [0, 1])
    return circuit


def bob_receives(x, z):
    circuit = QuantumCircuit(1, 2)
    with circuit.if_test((circuit.clbits[1], 1)):
        circuit.x(0)
    with circuit.if_test((circuit.clbits[0], 1)):
        circuit.z(0)
    return circuit


def teleport(x, z):
    return alice_sends(x, z), bob_receives(x, z)
