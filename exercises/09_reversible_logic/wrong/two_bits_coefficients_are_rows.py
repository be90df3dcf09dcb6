# task: two_bits
# why: Takes f(1) and f(2) themselves for the coefficients.
# fails: assert_marks marks_too_many
def two_bits(table):
    circuit = QuantumCircuit(3)
    if table[0]:
        circuit.x(2)
    if table[1]:
        circuit.cx(0, 2)
    if table[2]:
        circuit.cx(1, 2)
    if sum(table) % 2:
        circuit.ccx(0, 1, 2)
    return circuit
