# task: two_bits
# why: The sixteen tables by cases: constant, linear, or one odd row.
def two_bits(table):
    circuit = QuantumCircuit(3)
    ones = [x for x in range(4) if table[x]]
    if len(ones) == 4:
        circuit.x(2)
    elif len(ones) == 2:
        difference = ones[0] ^ ones[1]  # moving by this does not change the function
        if difference != 1:
            circuit.cx(0, 2)
        if difference != 2:
            circuit.cx(1, 2)
        if 0 in ones:
            circuit.x(2)
    elif len(ones) in (1, 3):
        row = ones[0] if len(ones) == 1 else 6 - sum(ones)
        for k in range(2):
            if not row >> k & 1:
                circuit.x(k)
        circuit.ccx(0, 1, 2)
        for k in range(2):
            if not row >> k & 1:
                circuit.x(k)
        if len(ones) == 3:
            circuit.x(2)
    return circuit
