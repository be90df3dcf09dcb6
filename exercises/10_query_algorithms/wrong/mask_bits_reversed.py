# task: mask
# why: Writes the highest input into bit 0.
# fails: assert_distribution qubit_order_reversed
def mask(oracle, n, place, gate):
    inputs = [qubit for qubit in range(n + 1) if qubit != place]
    _, vectors = np.linalg.eigh(gate)
    circuit = QuantumCircuit(n + 1, n)
    circuit.unitary(vectors, [place])
    circuit.h(inputs)
    circuit.append(oracle, range(n + 1))
    circuit.h(inputs)
    circuit.measure(inputs[::-1], range(n))
    return circuit
