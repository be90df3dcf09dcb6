# task: kick
# why: Gives the sign whatever the angle is.
# fails: assert_same_unitary relative_phase
def kick(oracle, n, phi):
    circuit = QuantumCircuit(n + 1)
    circuit.x(n)
    circuit.h(n)
    circuit.append(oracle, range(n + 1))
    circuit.h(n)
    circuit.x(n)
    return circuit
