# task: mask
# why: Takes the eigenvector with the eigenvalue +1, which the box leaves alone.
# fails: assert_distribution impossible_outcome
def mask(oracle, n, place, gate):
    inputs = [qubit for qubit in range(n + 1) if qubit != place]
    _, vectors = np.linalg.eigh(gate)
    circuit = QuantumCircuit(n + 1, n)
    circuit.unitary(vectors[:, ::-1], [place])
    circuit.h(inputs)
    circuit.append(oracle, range(n + 1))
    circuit.h(inputs)
    circuit.measure(inputs, range(n))
    return circuit
