# task: kick
# why: Leaves f(x) in the ancilla.
# fails: assert_same_unitary dirty_ancilla
def kick(oracle, n, phi):
    circuit = QuantumCircuit(n + 1)
    if phi == np.pi:
        circuit.x(n)
        circuit.h(n)
        circuit.append(oracle, range(n + 1))
        circuit.h(n)
        circuit.x(n)
    else:
        circuit.append(oracle, range(n + 1))
        circuit.p(phi, n)
    return circuit
