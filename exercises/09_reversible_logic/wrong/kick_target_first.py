# task: kick
# why: Puts the target in front of the register.
# fails: assert_same_unitary dirty_ancilla
def kick(oracle, n, phi):
    circuit = QuantumCircuit(n + 1)
    places = [n, *range(n)]
    if phi == np.pi:
        circuit.x(n)
        circuit.h(n)
        circuit.append(oracle, places)
        circuit.h(n)
        circuit.x(n)
    else:
        circuit.append(oracle, places)
        circuit.p(phi, n)
        circuit.append(oracle, places)
    return circuit
