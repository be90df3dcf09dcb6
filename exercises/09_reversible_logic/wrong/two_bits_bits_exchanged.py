# task: two_bits
# why: Reads the table with x0 as the more significant bit.
# fails: assert_marks qubit_order_reversed
def two_bits(table):
    circuit = QuantumCircuit(3)
    if table[0]:
        circuit.x(2)
    if table[0] != table[1]:
        circuit.cx(1, 2)
    if table[0] != table[2]:
        circuit.cx(0, 2)
    if sum(table) % 2:
        circuit.ccx(0, 1, 2)
    return circuit
