# task: chain
# why: Right for two links: of the stations only the last one is listened to.
# fails: assert_distribution impossible_outcome
def mend(links):
    stations = len(links) - 1
    circuit = QuantumCircuit(1, 2 * stations)
    for x, z in links:
        if x:
            circuit.x(0)
        if z:
            circuit.z(0)
    if stations:
        with circuit.if_test((circuit.clbits[-2], 1)):
            circuit.x(0)
        with circuit.if_test((circuit.clbits[-1], 1)):
            circuit.z(0)
    return circuit
