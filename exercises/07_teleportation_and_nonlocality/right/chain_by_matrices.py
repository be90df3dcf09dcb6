# task: chain
# why: Multiplies the Paulis of the links into one matrix; all signs of the stations before all flips.
def mend(links):
    bits = 2 * (len(links) - 1)
    circuit = QuantumCircuit(1, bits)
    for kind, gate in ((1, circuit.z), (0, circuit.x)):
        for k in range(len(links) - 1):
            with circuit.if_test((circuit.clbits[2 * k + kind], 1)):
                gate(0)
    total = np.eye(2)
    for x, z in links:
        total = np.diag([1, (-1) ** z]) @ np.roll(np.eye(2), x, axis=0) @ total
    circuit.unitary(total, [0])
    return circuit
