# task: scales
# why: Undoes the preparation with Hadamard gates.
# fails: assert_distribution impossible_outcome
def scales(oracle, weights):
    n = len(weights).bit_length() - 1
    shares = np.sqrt(np.array(weights) / sum(weights))
    prepare = QuantumCircuit(n)
    prepare.prepare_state(shares, range(n))
    circuit = QuantumCircuit(n + 2, 1)
    circuit.compose(prepare, range(n), inplace=True)
    circuit.x(n)
    circuit.h(n)
    circuit.append(oracle, range(n + 1))
    circuit.h(range(n))
    circuit.x(n + 1)
    circuit.mcx(list(range(n)), n + 1, ctrl_state=0)
    circuit.measure(n + 1, 0)
    return circuit
