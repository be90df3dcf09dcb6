# task: chain
# why: Each station's bits are compared with the label of the pair before it; only the last link is left.
def mend(links):
    circuit = QuantumCircuit(1, 2 * (len(links) - 1))
    for k, (x, z) in enumerate(links[:-1]):
        with circuit.if_test((circuit.clbits[2 * k], 1 - x)):
            circuit.x(0)
        with circuit.if_test((circuit.clbits[2 * k + 1], 1 - z)):
            circuit.z(0)
    x, z = links[-1]
    if x:
        circuit.x(0)
    if z:
        circuit.z(0)
    return circuit
