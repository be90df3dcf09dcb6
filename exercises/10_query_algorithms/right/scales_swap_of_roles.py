# task: scales
# why: Brings the weighted state itself onto the answer: marks it with one matrix, without undoing it.
def scales(oracle, weights):
    size = len(weights)
    n = size.bit_length() - 1
    shares = np.sqrt(np.array(weights) / sum(weights))
    same = np.outer(shares, shares)
    ask = np.kron([[0, 1], [1, 0]], np.eye(size) - same) + np.kron(np.eye(2), same)
    circuit = QuantumCircuit(n + 2, 1)
    circuit.prepare_state(shares, range(n))
    circuit.prepare_state("-", n)
    circuit.append(oracle, range(n + 1))
    circuit.unitary(ask, [*range(n), n + 1])  # flips the last qubit unless the state is unchanged
    circuit.measure(n + 1, 0)
    return circuit
