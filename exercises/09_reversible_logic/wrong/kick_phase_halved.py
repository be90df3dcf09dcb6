# task: kick
# why: Thinks that RZ of half the angle is the phase.
# fails: assert_same_unitary relative_phase
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
        circuit.rz(phi / 2, n)
        circuit.append(oracle, range(n + 1))
    return circuit
