# task: two_labs
# why: Two registers of one bit each; the condition asks the register, and the gate is a general U.
def two_labs(alpha, beta):
    from qiskit import ClassicalRegister, QuantumRegister

    bob, alice = QuantumRegister(1, "bob"), QuantumRegister(1, "alice")
    heard, told = ClassicalRegister(1, "b"), ClassicalRegister(1, "a")
    circuit = QuantumCircuit(bob, alice, heard, told)
    circuit.u(-2 * alpha, 0, 0, alice[0])
    circuit.measure(alice, told)
    for value, angle in enumerate(beta):
        with circuit.if_test((told, value)):
            circuit.u(-2 * angle, 0, 0, bob[0])
    circuit.measure(bob, heard)
    return circuit
