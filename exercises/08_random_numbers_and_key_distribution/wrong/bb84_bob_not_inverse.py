# task: bb84
# why: Bob does the same gates as Alice instead of undoing them.
# fails: assert_distribution impossible_outcome
def alice(bits, bases):
    circuit = QuantumCircuit(len(bits))
    for k, (bit, basis) in enumerate(zip(bits, bases, strict=False)):
        if bit:
            circuit.x(k)
        if basis in "XY":
            circuit.h(k)
        if basis == "Y":
            circuit.s(k)
    return circuit


def bob(bases):
    circuit = QuantumCircuit(len(bases), len(bases))
    for k, basis in enumerate(bases):
        if basis in "XY":
            circuit.h(k)
        if basis == "Y":
            circuit.s(k)
        circuit.measure(k, k)
    return circuit
