# task: scales
# why: A reflection that exchanges |0...0> with the weighted state is its own inverse.
def scales(oracle, weights):
    size = len(weights)
    n = int(np.log2(size))
    target = np.sqrt(np.array(weights, dtype=float))
    target /= np.linalg.norm(target)
    across = np.eye(size)[0] - target
    mirror = np.eye(size) - 2 * np.outer(across, across) / (across @ across)
    circuit = QuantumCircuit(n + 2, 1)
    circuit.unitary(mirror, range(n))
    circuit.x(n)
    circuit.h(n)
    circuit.append(oracle, range(n + 1))
    circuit.unitary(mirror, range(n))
    circuit.x(range(n))
    circuit.mcx(list(range(n)), n + 1)
    circuit.x(n + 1)
    circuit.measure(n + 1, 0)
    return circuit
