# task: two_bits
# why: Uses the product whenever f(3) is 1.
# fails: assert_marks marks_too_many
def two_bits(table):
    circuit = QuantumCircuit(3)
    if table[0]:
        circuit.x(2)
    if table[0] != table[1]:
        circuit.cx(0, 2)
    if table[0] != table[2]:
        circuit.cx(1, 2)
    if table[3]:
        circuit.ccx(0, 1, 2)
    return circuit
