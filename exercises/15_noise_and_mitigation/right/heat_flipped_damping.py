# task: heat
# why: With probability `excited` the damping goes the other way: X before and after, decided by a coin.
def heat(gamma, excited):
    circuit = QuantumCircuit(2, 2)
    circuit.ry(2 * np.arcsin(np.sqrt(excited)), 1)
    circuit.measure(1, 0)
    circuit.reset(1)
    with circuit.if_test((circuit.clbits[0], 1)):
        circuit.x(0)
    circuit.cry(2 * np.arcsin(np.sqrt(gamma)), 0, 1)
    circuit.cx(1, 0)
    with circuit.if_test((circuit.clbits[0], 1)):
        circuit.x(0)
    return circuit
