# task: one_hot
# why: Breadth first, with a list of blocks; RZ on each qubit for the phases, which differs by a global phase.
def one_hot(amplitudes):
    n = len(amplitudes)
    weight = np.abs(np.array(amplitudes)) ** 2
    circuit = QuantumCircuit(n)
    circuit.x(0)
    blocks = [(0, n)]
    while any(end - start > 1 for start, end in blocks):
        following = []
        for start, end in blocks:
            if end - start == 1:
                following.append((start, end))
                continue
            middle = (start + end + 1) // 2
            lower, upper = weight[start:middle].sum(), weight[middle:end].sum()
            circuit.cry(2 * np.arctan2(np.sqrt(upper), np.sqrt(lower)), start, middle)
            circuit.cx(middle, start)
            following += [(start, middle), (middle, end)]
        blocks = following
    for k, amplitude in enumerate(amplitudes):
        circuit.rz(np.angle(amplitude), k)
    return circuit
