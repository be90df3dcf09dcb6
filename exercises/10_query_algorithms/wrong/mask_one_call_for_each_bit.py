# task: mask
# why: The classical way: one call for each bit of the mask.
# fails: assert_budget too_many_calls
def mask(oracle, n, place, gate):
    inputs = [qubit for qubit in range(n + 1) if qubit != place]
    _, vectors = np.linalg.eigh(gate)
    circuit = QuantumCircuit(n + 1, n)
    circuit.unitary(vectors, [place])
    for bit, qubit in enumerate(inputs):
        circuit.h(qubit)
        circuit.append(oracle, range(n + 1))
        circuit.h(qubit)
        circuit.measure(qubit, bit)
        circuit.reset(qubit)
    return circuit
