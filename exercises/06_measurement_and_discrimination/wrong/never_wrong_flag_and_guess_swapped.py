# task: never_wrong
# why: Measures the flag into bit 0 and the guess into bit 1.
# fails: assert_distribution qubit_order_reversed
def never_wrong(theta):
    circuit = QuantumCircuit(2, 2)
    circuit.x(0)
    circuit.cry(2 * np.arccos(np.tan(theta)), 0, 1)
    circuit.x(0)
    circuit.h(0)
    circuit.measure([0, 1], [1, 0])
    return circuit
