# task: one_hot
# why: Moves the 1 with RXX and RYY, which keep the number of ones, and corrects the phase i.
def one_hot(amplitudes):
    n = len(amplitudes)
    circuit = QuantumCircuit(n)
    circuit.x(0)
    blocks = [list(range(n))]
    while blocks:
        block = blocks.pop()
        if len(block) == 1:
            continue
        cut = len(block) - len(block) // 2
        near, far = block[:cut], block[cut:]
        sizes = [np.sqrt(sum(abs(amplitudes[k]) ** 2 for k in part)) for part in (near, far)]
        angle = np.arctan2(sizes[1], sizes[0])
        circuit.rxx(angle, near[0], far[0])
        circuit.ryy(angle, near[0], far[0])
        circuit.s(far[0])
        blocks += [near, far]
    for k in range(n):
        circuit.p(np.angle(amplitudes[k]), k)
    return circuit
