# task: two_bits
# why: The Toffoli gate written out with seven T gates.
def two_bits(table):
    circuit = QuantumCircuit(3)
    f0, f1, f2, f3 = table
    if f0 ^ f1 ^ f2 ^ f3:
        circuit.h(2)
        circuit.cx(1, 2)
        circuit.tdg(2)
        circuit.cx(0, 2)
        circuit.t(2)
        circuit.cx(1, 2)
        circuit.tdg(2)
        circuit.cx(0, 2)
        circuit.t(2)
        circuit.h(2)
        circuit.t(1)
        circuit.cx(0, 1)
        circuit.t(0)
        circuit.tdg(1)
        circuit.cx(0, 1)
    for wanted, k in ((f0 ^ f1, 0), (f0 ^ f2, 1)):
        if wanted:
            circuit.cx(k, 2)
    if f0:
        circuit.x(2)
    return circuit
