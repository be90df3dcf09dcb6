# task: mask
# why: Quarter turns about Y in place of the Hadamard gates; the eigenvector from a Schur form.
def mask(oracle, n, place, gate):
    from scipy.linalg import schur

    upper, frame = schur(np.array(gate, dtype=complex), output="complex")
    if upper[0, 0].real > 0:
        frame = frame[:, ::-1]
    inputs = np.delete(np.arange(n + 1), place).tolist()
    circuit = QuantumCircuit(n + 1, n)
    circuit.ry(np.pi / 2, inputs)
    circuit.unitary(frame, [place])
    circuit.append(oracle, range(n + 1))
    circuit.ry(-np.pi / 2, inputs)
    circuit.measure(inputs, range(n))
    return circuit
