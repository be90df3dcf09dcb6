# task: teleport
# why: Alice flips her qubits just before she measures them: the bits she sends already contain the label.
def alice_sends(x, z):
    circuit = QuantumCircuit(2, 2)
    circuit.cx(0, 1)
    circuit.h(0)
    if z:
        circuit.x(0)
    if x:
        circuit.x(1)
    circuit.measure([0, 1], [1, 0])
    return circuit


def bob_receives(x, z):
    circuit = QuantumCircuit(1, 2)
    for bit, gate in enumerate([circuit.x, circuit.z]):
        with circuit.if_test((circuit.clbits[bit], 1)):
            gate(0)
    return circuit


def teleport(x, z):
    return alice_sends(x, z), bob_receives(x, z)
