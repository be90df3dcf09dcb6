# task: bb84
# why: Flips after the Hadamard gate, where X changes nothing.
# fails: assert_same_state relative_phase
def alice(bits, bases):
    circuit = QuantumCircuit(len(bits))
    for k, (bit, basis) in enumerate(zip(bits, bases, strict=False)):
        if basis in "XY":
            circuit.h(k)
        if bit:
            circuit.x(k)
        if basis == "Y":
            circuit.s(k)
    return circuit


def bob(bases):
    circuit = QuantumCircuit(len(bases), len(bases))
    for k, basis in enumerate(bases):
        if basis == "Y":
            circuit.sdg(k)
        if basis in "XY":
            circuit.h(k)
        circuit.measure(k, k)
    return circuit
