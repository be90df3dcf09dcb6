# task: two_bits
# why: Forgets to undo the X gates that make a control act on 0.
# fails: assert_marks not_an_oracle
def two_bits(table):
    circuit = QuantumCircuit(3)
    ones = [x for x in range(4) if table[x]]
    row = ones[0] if len(ones) == 1 else 6 - sum(ones)
    if len(ones) % 2:
        for k in range(2):
            if not row >> k & 1:
                circuit.x(k)
        circuit.ccx(0, 1, 2)
        if len(ones) == 3:
            circuit.x(2)
    else:
        if table[0]:
            circuit.x(2)
        if table[0] != table[1]:
            circuit.cx(0, 2)
        if table[0] != table[2]:
            circuit.cx(1, 2)
    return circuit
