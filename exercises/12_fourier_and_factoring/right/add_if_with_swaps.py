# task: add_if
# why: Transforms with swaps, so that qubit k holds the bit of weight 2**k in between.
def add_if(n, a):
    from qiskit.synthesis import synth_qft_full

    circuit = QuantumCircuit(n + 1)
    transform = synth_qft_full(n)
    circuit.compose(transform, range(n), inplace=True)
    for k in range(n):
        circuit.cp(2 * np.pi * (a * 2**k % 2**n) / 2**n, n, k)
    circuit.compose(transform.inverse(), range(n), inplace=True)
    return circuit
