# task: scales
# why: The circuit of Deutsch and Jozsa: all inputs with the same amplitude.
# fails: assert_distribution impossible_outcome
def scales(oracle, weights):
    n = len(weights).bit_length() - 1
    prepare = QuantumCircuit(n)
    prepare.h(range(n))
    circuit = QuantumCircuit(n + 2, 1)
    circuit.compose(prepare, range(n), inplace=True)
    circuit.x(n)
    circuit.h(n)
    circuit.append(oracle, range(n + 1))
    circuit.compose(prepare.inverse(), range(n), inplace=True)
    circuit.x(n + 1)
    circuit.mcx(list(range(n)), n + 1, ctrl_state=0)
    circuit.measure(n + 1, 0)
    return circuit
