# task: kick
# why: Forgets the X: nothing happens to |+>.
# fails: assert_same_unitary does_nothing
def kick(oracle, n, phi):
    circuit = QuantumCircuit(n + 1)
    if phi == np.pi:
        circuit.h(n)
        circuit.append(oracle, range(n + 1))
        circuit.h(n)
    else:
        circuit.append(oracle, range(n + 1))
        circuit.p(phi, n)
        circuit.append(oracle, range(n + 1))
    return circuit
