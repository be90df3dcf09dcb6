# task: two_bits
# why: The coefficients by the butterfly of the Moebius transform; phase gates between H on the target.
def two_bits(table):
    c = [int(bit) for bit in table]
    for step in (1, 2):
        for x in range(4):
            if x & step:
                c[x] ^= c[x ^ step]
    circuit = QuantumCircuit(3)
    circuit.h(2)
    if c[0]:
        circuit.z(2)
    if c[1]:
        circuit.cz(0, 2)
    if c[2]:
        circuit.cz(1, 2)
    if c[3]:
        circuit.ccz(0, 1, 2)
    circuit.h(2)
    return circuit
