# task: chain
# why: One X if any label has a flip, and one Z if any has a sign: "or" in the place of "exclusive or".
# fails: assert_distribution impossible_outcome
def mend(links):
    stations = len(links) - 1
    circuit = QuantumCircuit(1, 2 * stations)
    if any(x for x, _ in links):
        circuit.x(0)
    if any(z for _, z in links):
        circuit.z(0)
    for k in range(stations):
        with circuit.if_test((circuit.clbits[2 * k], 1)):
            circuit.x(0)
        with circuit.if_test((circuit.clbits[2 * k + 1], 1)):
            circuit.z(0)
    return circuit
