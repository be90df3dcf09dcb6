# task: bb84
# why: Bob runs Alice's circuit for bits 0 backwards and measures all.
def alice(bits, bases):
    circuit = QuantumCircuit(len(bits))
    for k in range(len(bits)):
        for gate, wanted in [("x", bits[k]), ("h", bases[k] in "XY"), ("s", bases[k] == "Y")]:
            if wanted:
                getattr(circuit, gate)(k)
    return circuit


def bob(bases):
    circuit = alice([0] * len(bases), bases).inverse()
    circuit.measure_all()
    return circuit
