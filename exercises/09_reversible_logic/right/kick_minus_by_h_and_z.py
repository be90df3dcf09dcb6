# task: kick
# why: The state |-> by H and Z; the phase by RZ.
def kick(oracle, n, phi):
    circuit = QuantumCircuit(n + 1)
    everything = range(n + 1)
    if phi == np.pi:
        circuit.h(n)
        circuit.z(n)
        circuit.append(oracle, everything)
        circuit.z(n)
        circuit.h(n)
        return circuit
    circuit.append(oracle, everything)
    circuit.rz(phi, n)
    circuit.append(oracle.inverse(), everything)
    return circuit
