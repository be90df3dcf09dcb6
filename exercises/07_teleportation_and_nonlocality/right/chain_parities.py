# task: chain
# why: Adds up the labels of the links first; announced bits are used after them.
def mend(links):
    bits = 2 * (len(links) - 1)
    circuit = QuantumCircuit(1, bits)
    flips, signs = np.array(links).sum(axis=0) % 2
    if flips:
        circuit.x(0)
    if signs:
        circuit.z(0)
    for bit in range(bits):
        with circuit.if_test((circuit.clbits[bit], 1)):
            if bit % 2:
                circuit.z(0)
            else:
                circuit.x(0)
    return circuit
