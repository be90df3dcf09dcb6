# task: waves
# why: The transform of n qubits from that of n - 1.
def waves(n, order):
    def falling(size):
        circuit = QuantumCircuit(n)
        if size == 0:
            return circuit
        circuit.h(size - 1)
        for k in range(size - 1):
            circuit.cp(np.pi / 2 ** (size - 1 - k), k, size - 1)
        return circuit.compose(falling(size - 1))

    circuit = falling(n)
    if order != "falling":
        for k in range(n // 2):
            circuit.swap(n - 1 - k, k)
    return circuit
