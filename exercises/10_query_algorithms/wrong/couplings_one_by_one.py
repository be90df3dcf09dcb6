# task: couplings
# why: The classical way, four values for each pair.
# fails: assert_budget too_many_calls
def couplings(oracle, n, k):
    circuit = QuantumCircuit(n + 1, n)
    for j in range(n):
        if j == k:
            continue
        for turned in ([], [j], [k], [j, k]):
            for qubit in turned:
                circuit.x(qubit)
            circuit.append(oracle, range(n + 1))
            for qubit in turned:
                circuit.x(qubit)
        circuit.measure(n, j)
        circuit.reset(n)
    return circuit
