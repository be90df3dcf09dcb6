# task: heat
# why: Exchanges qubit and environment completely, with probability gamma: the coherence shrinks by 1 - gamma instead of its root.
# fails: assert_same_channel wrong_channel
def heat(gamma, excited):
    circuit = QuantumCircuit(3, 2)
    circuit.ry(2 * math.asin(math.sqrt(excited)), 1)
    circuit.measure(1, 0)
    circuit.ry(2 * math.asin(math.sqrt(gamma)), 2)
    circuit.cswap(2, 0, 1)
    return circuit
