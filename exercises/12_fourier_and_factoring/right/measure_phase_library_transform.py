# task: measure_phase
# why: The inverse transform of Qiskit, and the swaps left to the classical bits.
def measure_phase(box, t, m):
    from qiskit.synthesis import synth_qft_full

    circuit = QuantumCircuit(t + m, t)
    targets = [t + k for k in range(m)]
    for k in range(t):
        circuit.h(k)
        for _ in range(2**k):
            circuit.append(box, [k, *targets])
    # without swaps the transform begins with its input in reverse
    reverse = synth_qft_full(t, do_swaps=False).inverse()
    circuit.compose(reverse, [t - 1 - k for k in range(t)], inplace=True)
    for k in range(t):
        circuit.measure(t - 1 - k, k)
    return circuit
