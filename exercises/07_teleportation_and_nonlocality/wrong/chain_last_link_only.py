# task: chain
# why: Takes in the label of the last link alone, since that is the pair the last station holds.
# fails: assert_distribution impossible_outcome
def mend(links):
    stations = len(links) - 1
    circuit = QuantumCircuit(1, 2 * stations)
    x, z = links[-1]
    if x:
        circuit.x(0)
    if z:
        circuit.z(0)
    for k in range(stations):
        with circuit.if_test((circuit.clbits[2 * k], 1)):
            circuit.x(0)
        with circuit.if_test((circuit.clbits[2 * k + 1], 1)):
            circuit.z(0)
    return circuit
