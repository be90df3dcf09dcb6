# task: kick
# why: Does not bring the ancilla back from |->.
# fails: assert_same_unitary dirty_ancilla
def kick(oracle, n, phi):
    circuit = QuantumCircuit(n + 1)
    if phi == np.pi:
        circuit.x(n)
        circuit.h(n)
        circuit.append(oracle, range(n + 1))
    else:
        circuit.append(oracle, range(n + 1))
        circuit.p(phi, n)
        circuit.append(oracle, range(n + 1))
    return circuit
