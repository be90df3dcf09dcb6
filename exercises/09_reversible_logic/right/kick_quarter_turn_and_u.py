# task: kick
# why: The oracle between two quarter turns by RY for pi, and the gate U as a phase gate otherwise.
def kick(oracle, n, phi):
    circuit = QuantumCircuit(n + 1)
    if abs(phi - np.pi) < 1e-12:
        circuit.ry(-np.pi / 2, n)
        circuit.append(oracle, range(n + 1))
        circuit.ry(np.pi / 2, n)
    else:
        call = QuantumCircuit(n + 1)
        call.append(oracle, range(n + 1))
        circuit.compose(call, inplace=True)
        circuit.u(0, 0, phi, n)
        circuit.compose(call.inverse(), inplace=True)
    return circuit
