# task: bb84
# why: Begins at the positive end and flips the sign by Z afterwards; Bob uses SX-like turns and classical order kept.
def alice(bits, bases):
    circuit = QuantumCircuit(len(bits))
    for k, (bit, basis) in enumerate(zip(bits, bases, strict=False)):
        if basis == "Z":
            if bit:
                circuit.x(k)
            continue
        circuit.h(k)
        if basis == "Y":
            circuit.s(k)
        if bit:
            circuit.z(k)
    return circuit


def bob(bases):
    circuit = QuantumCircuit(len(bases), len(bases))
    for k in reversed(range(len(bases))):
        if bases[k] == "X":
            circuit.h(k)
        elif bases[k] == "Y":
            circuit.sx(k)
        circuit.measure(k, k)
    return circuit
