# task: spread
# why: Lets the first qubit tell everybody, coupled or not.
# fails: assert_budget forbidden_pair
def spread(edges):
    n = len(edges) + 1
    circuit = QuantumCircuit(n)
    circuit.h(0)
    for k in range(1, n):
        circuit.cx(0, k)
    return circuit
