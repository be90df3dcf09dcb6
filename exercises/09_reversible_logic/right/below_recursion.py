# task: below
# why: A recursive function writes the comparison of the lowest bits; each level cleans up only its own ancilla at the end.
def below(n, c):
    circuit = QuantumCircuit(2 * n + 1)
    undo = []

    def write(bits, value, into):
        """Flip `into` if the lowest bits of x are smaller than the value, which is below 2**bits."""
        if value == 0:
            return
        top = bits - 1
        if value == 1 << top:
            circuit.x(top)
            circuit.cx(top, into)
            circuit.x(top)
            return
        spare = n + 1 + top
        start = len(circuit.data)
        if value >> top & 1:
            write(top, value - (1 << top), spare)
            end = len(circuit.data)
            circuit.x([top, into])
            circuit.x(spare)
            circuit.x(top)
            circuit.ccx(top, spare, into)
            circuit.x(spare)
        else:
            write(top, value, spare)
            end = len(circuit.data)
            circuit.x(top)
            circuit.ccx(top, spare, into)
            circuit.x(top)
        undo.append((start, end))

    if c == 2**n:
        circuit.x(n)
        return circuit
    write(n, c, n)
    if undo:
        start, end = undo[-1]
        for step in reversed(circuit.data[start:end]):
            circuit.append(step)
    return circuit
