# task: two_bits
# why: One Toffoli for each row with a 1: right, and too expensive.
# fails: assert_budget budget_exceeded
def two_bits(table):
    circuit = QuantumCircuit(3)
    for x in range(4):
        if table[x]:
            zeros = [k for k in range(2) if not x >> k & 1]
            if zeros:
                circuit.x(zeros)
            circuit.ccx(0, 1, 2)
            if zeros:
                circuit.x(zeros)
    return circuit
