# task: chain
# why: Acts with Z on the flip of a station and with X on its sign.
# fails: assert_distribution impossible_outcome
def mend(links):
    stations = len(links) - 1
    circuit = QuantumCircuit(1, 2 * stations)
    for x, z in links:
        if x:
            circuit.x(0)
        if z:
            circuit.z(0)
    for k in range(stations):
        with circuit.if_test((circuit.clbits[2 * k], 1)):
            circuit.z(0)
        with circuit.if_test((circuit.clbits[2 * k + 1], 1)):
            circuit.x(0)
    return circuit
