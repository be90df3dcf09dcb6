# task: turn_bits
# why: The circuit for 15 from a table: other sizes are left alone.
# fails: assert_same_unitary does_nothing
def turn_bits(n, a):
    circuit = QuantumCircuit(n + 1)
    if n != 4:
        return circuit
    k = {1: 0, 14: 0, 2: 1, 13: 1, 4: 2, 11: 2, 8: 3, 7: 3}[a]
    if k == 2:
        circuit.cswap(n, 0, 2)
        circuit.cswap(n, 1, 3)
    pairs = {1: [(2, 3), (1, 2), (0, 1)], 3: [(0, 1), (1, 2), (2, 3)]}
    for p, q in pairs.get(k, []):
        circuit.cswap(n, p, q)
    if a in (7, 11, 13, 14):
        others = [1, 2, 3]
        circuit.cx(n, range(n))
        circuit.cx(0, others)
        circuit.x(others)
        circuit.mcx([*others, n], 0)
        circuit.x(others)
        circuit.cx(0, others)
    return circuit
