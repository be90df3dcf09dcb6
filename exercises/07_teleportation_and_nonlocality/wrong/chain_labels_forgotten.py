# task: chain
# why: Acts on what the stations announce and takes all links for Φ+.
# fails: assert_distribution impossible_outcome
def mend(links):
    stations = len(links) - 1
    circuit = QuantumCircuit(1, 2 * stations)
    for k in range(stations):
        with circuit.if_test((circuit.clbits[2 * k], 1)):
            circuit.x(0)
        with circuit.if_test((circuit.clbits[2 * k + 1], 1)):
            circuit.z(0)
    return circuit
