# task: mask
# why: Takes the last qubit for the output wherever it is.
# fails: assert_distribution impossible_outcome
def mask(oracle, n, place, gate):
    place, inputs = n, list(range(n))
    _, vectors = np.linalg.eigh(gate)
    circuit = QuantumCircuit(n + 1, n)
    circuit.unitary(vectors, [place])
    circuit.h(inputs)
    circuit.append(oracle, range(n + 1))
    circuit.h(inputs)
    circuit.measure(inputs, range(n))
    return circuit
