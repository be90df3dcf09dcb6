# task: teleport
# why: Bob's circuit acts on Alice's qubits with controlled gates instead of on the bits she sent.
# fails: assert_budget budget_exceeded
def alice_sends(x, z):
    circuit = QuantumCircuit(2, 2)
    circuit.cx(0, 1)
    circuit.h(0)
    return circuit


def bob_receives(x, z):
    circuit = QuantumCircuit(3, 2)
    circuit.cx(1, 2)
    circuit.cz(0, 2)
    return circuit


def teleport(x, z):
    return alice_sends(x, z), bob_receives(x, z)
