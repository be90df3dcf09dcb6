# task: mask
# why: Applies the gate to the output qubit instead of preparing its eigenvector.
# fails: assert_distribution impossible_outcome
def mask(oracle, n, place, gate):
    inputs = [qubit for qubit in range(n + 1) if qubit != place]
    circuit = QuantumCircuit(n + 1, n)
    circuit.x(place)
    circuit.unitary(gate, [place])
    circuit.h(inputs)
    circuit.append(oracle, range(n + 1))
    circuit.h(inputs)
    circuit.measure(inputs, range(n))
    return circuit
