# task: teleport
# why: Alice turns her half so that the pair is Φ+ before she begins.
def alice_sends(x, z):
    circuit = QuantumCircuit(2, 2)
    if x:
        circuit.x(1)
    if z:
        circuit.z(1)
    circuit.cx(1, 0)
    circuit.h(1)
    circuit.measure(0, 0)
    circuit.measure(1, 1)
    return circuit


def bob_receives(x, z):
    circuit = QuantumCircuit(1, 2)
    with circuit.if_test((circuit.clbits[0], 1)):
        circuit.x(0)
    with circuit.if_test((circuit.clbits[1], 1)):
        circuit.z(0)
    return circuit


def teleport(x, z):
    return alice_sends(x, z), bob_receives(x, z)
