# task: bb84
# why: Reads the sequence like a ket, so that round 0 is the last qubit.
# fails: assert_same_state qubit_order_reversed
def alice(bits, bases):
    circuit = QuantumCircuit(len(bits))
    for k, (bit, basis) in enumerate(zip(reversed(bits), reversed(bases), strict=False)):
        if bit:
            circuit.x(k)
        if basis in "XY":
            circuit.h(k)
        if basis == "Y":
            circuit.s(k)
    return circuit


def bob(bases):
    circuit = QuantumCircuit(len(bases), len(bases))
    for k, basis in enumerate(reversed(bases)):
        if basis == "Y":
            circuit.sdg(k)
        if basis in "XY":
            circuit.h(k)
        circuit.measure(k, k)
    return circuit
