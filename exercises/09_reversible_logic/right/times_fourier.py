# task: times
# why: Each controlled addition in the Fourier basis: phases instead of carries.
def times(n, a):
    if a % 2 == 0:
        return None
    circuit = QuantumCircuit(n)

    def fourier(qubits):
        """The Fourier transform without its swaps: the top qubit holds the finest phase."""
        part = QuantumCircuit(n)
        for place in reversed(range(len(qubits))):
            part.h(qubits[place])
            for lower in range(place):
                part.cp(np.pi / 2 ** (place - lower), qubits[lower], qubits[place])
        return part

    for k in reversed(range(n - 1)):
        above = list(range(k + 1, n))
        there = fourier(above)
        circuit.compose(there, inplace=True)
        for place, qubit in enumerate(above):
            circuit.cp(np.pi * ((a - 1) // 2) / 2**place, k, qubit)
        circuit.compose(there.inverse(), inplace=True)
    return circuit
