# task: heat
# why: Takes gamma for the amplitude.
# fails: assert_same_channel wrong_strength
def heat(gamma, excited):
    circuit = QuantumCircuit(3)
    circuit.ry(2 * math.asin(math.sqrt(excited)), 1)
    circuit.cx(1, 2)
    circuit.cx(0, 1)
    circuit.cry(2 * math.asin(gamma), 1, 0)
    circuit.cx(0, 1)
    return circuit
