# task: teleport
# why: One nested decision with four cases, each with a single gate.
def alice_sends(x, z):
    circuit = QuantumCircuit(2, 2)
    circuit.compose(shared_pair(x, z).inverse(), inplace=True)
    circuit.measure_all(add_bits=False)
    return circuit


def bob_receives(x, z):
    circuit = QuantumCircuit(1, 2)
    sign, flip = circuit.clbits[1], circuit.clbits[0]
    with circuit.if_test((flip, 1)) as otherwise:
        with circuit.if_test((sign, 1)) as no_sign:
            circuit.y(0)
        with no_sign:
            circuit.x(0)
    with otherwise, circuit.if_test((sign, 1)):
        circuit.z(0)
    return circuit


def teleport(x, z):
    return alice_sends(x, z), bob_receives(x, z)
