# task: bb84
# why: Bob writes his outcomes from left to right.
# fails: assert_distribution qubit_order_reversed
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
    n = len(bases)
    circuit = QuantumCircuit(n, n)
    for k, basis in enumerate(bases):
        if basis == "Y":
            circuit.sdg(k)
        if basis in "XY":
            circuit.h(k)
        circuit.measure(k, n - 1 - k)
    return circuit
