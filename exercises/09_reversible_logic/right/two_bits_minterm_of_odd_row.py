# task: two_bits
# why: A table with an odd number of ones is one Toffoli on a single row, plus an affine function.
def two_bits(table):
    circuit = QuantumCircuit(3)
    rest = list(table)
    if sum(table) % 2:
        # a Toffoli on the row that differs from the pattern of the others
        for row in range(4):
            trial = list(table)
            trial[row] ^= 1
            if trial[0] ^ trial[1] ^ trial[2] ^ trial[3] == 0:
                rest = trial
                zeros = [k for k in range(2) if not row >> k & 1]
                if zeros:
                    circuit.x(zeros)
                circuit.ccx(0, 1, 2)
                if zeros:
                    circuit.x(zeros)
                break
    if rest[0] ^ rest[1]:
        circuit.cx(0, 2)
    if rest[0] ^ rest[2]:
        circuit.cx(1, 2)
    if rest[0]:
        circuit.x(2)
    return circuit
