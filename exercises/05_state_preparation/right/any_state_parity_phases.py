# task: any_state
# why: RY multiplexed with CZ; then one phase for every parity of the qubits, along a Gray code.
def any_state(amplitudes):
    amplitudes = np.array(amplitudes)
    size = len(amplitudes)
    n = size.bit_length() - 1
    circuit = QuantumCircuit(n)

    def multiplexed_ry(angles, target):
        count = len(angles)
        controls = (count - 1).bit_length()
        hadamard = np.array([[(-1) ** (i & j).bit_count() for j in range(count)] for i in range(count)])
        turned = hadamard @ angles / count
        for i in range(count):
            circuit.ry(turned[i ^ (i >> 1)], target)
            if controls:
                bit = min(((i + 1) & -(i + 1)).bit_length() - 1, controls - 1)
                circuit.cz(target + 1 + bit, target)

    for q in reversed(range(n)):
        sizes = np.linalg.norm(amplitudes.reshape(-1, 2, 2**q), axis=2)
        multiplexed_ry(2 * np.arctan2(sizes[:, 1], sizes[:, 0]), q)

    phases = np.angle(amplitudes)
    for top in range(n):
        # all parities whose highest qubit is `top` are made on that qubit, one CX from each to the next
        for i in range(2**top):
            mask = 2**top | i ^ (i >> 1)
            share = sum(phases[j] * (-1) ** (j & mask).bit_count() for j in range(size)) / size
            circuit.rz(-2 * share, top)
            if top:
                bit = min(((i + 1) & -(i + 1)).bit_length() - 1, top - 1)
                circuit.cx(bit, top)
    return circuit
