# task: difference
# why: The library's ripple-carry adder between flips.
def difference(n):
    from qiskit.synthesis import adder_ripple_c04

    adder = adder_ripple_c04(n, kind="fixed")
    circuit = QuantumCircuit(2 * n + 1)
    circuit.x(range(n))
    circuit.compose(adder, range(adder.num_qubits), inplace=True)
    circuit.x(range(2 * n))
    return circuit
