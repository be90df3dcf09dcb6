# task: ladder
# why: Measures and hopes: half of the time the angle has the wrong sign.
# fails: assert_same_channel wrong_channel
def ladder(m):
    circuit = QuantumCircuit(m + 1, m)
    circuit.cx(0, 1)
    circuit.measure(1, 0)
    return circuit
