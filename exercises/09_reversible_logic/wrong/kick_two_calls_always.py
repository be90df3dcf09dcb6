# task: kick
# why: Two calls for pi as well: right, and one call too many.
# fails: assert_budget too_many_calls
def kick(oracle, n, phi):
    circuit = QuantumCircuit(n + 1)
    circuit.append(oracle, range(n + 1))
    circuit.p(phi, n)
    circuit.append(oracle, range(n + 1))
    return circuit
