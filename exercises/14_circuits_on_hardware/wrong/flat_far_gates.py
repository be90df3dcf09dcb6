# task: flat
# why: Jumps over the helpers.
# fails: assert_budget forbidden_pair
def flat(n):
    circuit = QuantumCircuit(2 * n - 1)
    circuit.h(0)
    for k in range(n - 1):
        circuit.cx(2 * k, 2 * k + 2)
    return circuit
