# task: teleport
# why: Bob corrects where a bit differs from what the label would make it; rotations in the place of X and Z.
def alice_sends(x, z):
    circuit = QuantumCircuit(2, 2)
    circuit.h(1)
    circuit.cz(0, 1)
    circuit.h(1)
    circuit.h(0)
    circuit.measure([0, 1], [0, 1])
    return circuit


def bob_receives(x, z):
    circuit = QuantumCircuit(1, 2)
    with circuit.if_test((circuit.clbits[0], 1 - z)):
        circuit.rz(np.pi, 0)
    with circuit.if_test((circuit.clbits[1], 1 - x)):
        circuit.rx(np.pi, 0)
    return circuit


def teleport(x, z):
    return alice_sends(x, z), bob_receives(x, z)
