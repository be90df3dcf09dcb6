# task: waves
# why: Copies the circuit of a book in which qubit 0 is the most significant one.
# fails: assert_same_unitary qubit_order_reversed
def waves(n, order):
    circuit = QuantumCircuit(n)
    for k in range(n):
        circuit.h(k)
        for later in range(k + 1, n):
            circuit.cp(np.pi / 2 ** (later - k), later, k)
    if order == "rising":
        for k in range(n // 2):
            circuit.swap(k, n - 1 - k)
    return circuit
