# task: ghz
# why: Recursion: prepares half of the qubits, and copies each bit into the other half.
def ghz(n):
    circuit = QuantumCircuit(n)

    def spread(first, last):
        """Qubit `first` holds the bit; bring it to all qubits before `last`."""
        if last - first < 2:
            return
        middle = first + (last - first + 1) // 2
        circuit.cx(first, middle)
        spread(first, middle)
        spread(middle, last)

    circuit.h(0)
    spread(0, n)
    return circuit
