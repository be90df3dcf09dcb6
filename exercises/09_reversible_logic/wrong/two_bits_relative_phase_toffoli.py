# task: two_bits
# why: Takes the cheaper Toffoli with its extra phases.
# fails: assert_marks oracle_phase
def two_bits(table):
    circuit = QuantumCircuit(3)
    if table[0]:
        circuit.x(2)
    if table[0] != table[1]:
        circuit.cx(0, 2)
    if table[0] != table[2]:
        circuit.cx(1, 2)
    if sum(table) % 2:
        circuit.rccx(0, 1, 2)
    return circuit
