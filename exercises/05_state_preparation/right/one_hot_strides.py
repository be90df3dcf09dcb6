# task: one_hot
# why: Qubit k hands its share to qubit k + stride: weights collected by remainders.
def one_hot(amplitudes):
    n = len(amplitudes)
    weight = np.abs(np.array(amplitudes)) ** 2
    circuit = QuantumCircuit(n)
    circuit.x(0)
    stride = 1
    while stride < n:
        for k in range(stride):
            if k + stride < n:
                total = weight[k::stride].sum()
                given = weight[k + stride :: 2 * stride].sum()
                kept = total - given
                angle = 2 * np.arctan2(np.sqrt(max(given, 0)), np.sqrt(max(kept, 0)))
                circuit.cry(angle, k, k + stride)
                circuit.cx(k + stride, k)
        stride *= 2
    for k in range(n):
        circuit.p(np.angle(amplitudes[k]), k)
    return circuit
