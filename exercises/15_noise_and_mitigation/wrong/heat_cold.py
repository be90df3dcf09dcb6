# task: heat
# why: Takes the environment in |0>, whatever its temperature.
# fails: assert_same_channel wrong_channel
def heat(gamma, excited):
    circuit = QuantumCircuit(2)
    circuit.cry(2 * math.asin(math.sqrt(gamma)), 0, 1)
    circuit.cx(1, 0)
    return circuit
