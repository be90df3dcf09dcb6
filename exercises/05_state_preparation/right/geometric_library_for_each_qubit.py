# task: geometric
# why: Lets the library prepare each qubit by itself, squaring the ratio on the way.
def geometric(n, ratio):
    circuit = QuantumCircuit(n)
    factor = complex(ratio)
    for k in range(n):
        pair = np.array([1, factor])
        circuit.prepare_state(pair / np.linalg.norm(pair), k)
        factor = factor * factor
    return circuit
