# task: some_qubits
# why: Index arithmetic on positions: gathers the amplitudes that the gate mixes.


def apply_gate(state, gate, qubits):
    positions = np.arange(len(state))
    mask = sum(1 << qubit for qubit in qubits)
    bases = positions[(positions & mask) == 0]
    shifts = []
    for row in range(len(gate)):
        shifts.append(sum(((row >> j) & 1) << qubit for j, qubit in enumerate(qubits)))
    places = np.array(shifts)[:, None] + bases[None, :]
    result = np.zeros(len(state), dtype=complex)
    result[places] = np.array(gate) @ np.array(state)[places]
    return result
