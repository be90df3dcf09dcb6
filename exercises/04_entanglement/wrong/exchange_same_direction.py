# task: exchange
# why: Three CX in the same direction, which are a single one.
# fails: assert_same_unitary wrong_unitary
def exchange(n, a, b):
    low, high = sorted((a, b))
    circuit = QuantumCircuit(n)
    for _ in range(3):
        circuit.cx(low, high)
    return circuit
