# task: few_uses
# why: Writes 1 for the identity.
# fails: assert_distribution impossible_outcome
def few_uses(unknown, theta, uses):
    circuit = QuantumCircuit(1, 1)
    circuit.x(0)
    circuit.h(0)
    for _ in range(uses):
        circuit.append(unknown, [0])
    circuit.h(0)
    circuit.measure(0, 0)
    return circuit
