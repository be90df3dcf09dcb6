# task: chain
# why: Mends at both ends of the line; but the last station holds one qubit only.
# fails: assert_budget budget_exceeded
def mend(links):
    stations = len(links) - 1
    circuit = QuantumCircuit(2, 2 * stations)
    for x, z in links:
        if x:
            circuit.x(0)
        if z:
            circuit.z(1)
    for k in range(stations):
        with circuit.if_test((circuit.clbits[2 * k], 1)):
            circuit.x(0)
        with circuit.if_test((circuit.clbits[2 * k + 1], 1)):
            circuit.z(1)
    return circuit
