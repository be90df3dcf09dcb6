# task: bb84
# why: The two bases of the lesson: Y is treated like X.
# fails: assert_same_state relative_phase
def alice(bits, bases):
    circuit = QuantumCircuit(len(bits))
    for k, (bit, basis) in enumerate(zip(bits, bases, strict=False)):
        if bit:
            circuit.x(k)
        if basis != "Z":
            circuit.h(k)
    return circuit


def bob(bases):
    circuit = QuantumCircuit(len(bases), len(bases))
    for k, basis in enumerate(bases):
        if basis != "Z":
            circuit.h(k)
        circuit.measure(k, k)
    return circuit
