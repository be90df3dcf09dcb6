# task: heat
# why: Leaves the environment in a superposition instead of a mixture.
# fails: assert_same_channel wrong_channel
def heat(gamma, excited):
    circuit = QuantumCircuit(3)
    circuit.ry(2 * math.asin(math.sqrt(excited)), 1)
    circuit.cx(0, 1)
    circuit.cry(2 * math.asin(math.sqrt(gamma)), 1, 0)
    circuit.cx(0, 1)
    return circuit
