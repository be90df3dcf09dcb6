# task: two_bits
# why: Forgets f(0), and so does nothing for the constant 1.
# fails: assert_marks marks_complement
def two_bits(table):
    circuit = QuantumCircuit(3)
    if table[0] != table[1]:
        circuit.cx(0, 2)
    if table[0] != table[2]:
        circuit.cx(1, 2)
    if sum(table) % 2:
        circuit.ccx(0, 1, 2)
    return circuit
