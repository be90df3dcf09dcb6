# task: chain
# why: Recursion: mends the line without its last pair, then takes in one more station.
def mend(links):
    circuit = QuantumCircuit(1, 2 * len(links) - 2)
    if len(links) > 1:
        shorter = mend(links[:-1])
        circuit.compose(shorter, [0], range(shorter.num_clbits), inplace=True)
        with circuit.if_test((circuit.clbits[-2], 1)):
            circuit.x(0)
        with circuit.if_test((circuit.clbits[-1], 1)):
            circuit.z(0)
    x, z = links[-1]
    circuit.rx(np.pi * x, 0)
    circuit.rz(np.pi * z, 0)
    return circuit
