# task: mask
# why: V turns about an axis of the Bloch sphere; the output qubit is put at its negative end.
def mask(oracle, n, place, gate):
    gate = np.array(gate)
    x, y, z = gate[1, 0].real, gate[1, 0].imag, gate[0, 0].real
    circuit = QuantumCircuit(n + 1, n)
    circuit.x(place)
    circuit.ry(np.arccos(np.clip(z, -1, 1)), place)
    circuit.rz(np.arctan2(y, x), place)
    for qubit in range(n + 1):
        if qubit != place:
            circuit.h(qubit)
    circuit.append(oracle, list(range(n + 1)))
    for qubit in range(n + 1):
        if qubit != place:
            circuit.h(qubit)
            circuit.measure(qubit, qubit - (qubit > place))
    return circuit
