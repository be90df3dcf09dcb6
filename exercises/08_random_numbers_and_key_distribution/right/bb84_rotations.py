# task: bb84
# why: Turns about y and x in place of X, H and S; Bob turns back by the inverse angles.
def alice(bits, bases):
    circuit = QuantumCircuit(len(bases))
    for k, basis in enumerate(bases):
        sign = -1 if bits[k] else 1
        if basis == "Z" and bits[k]:
            circuit.rx(np.pi, k)
        elif basis == "X":
            circuit.ry(sign * np.pi / 2, k)
        elif basis == "Y":
            circuit.rx(-sign * np.pi / 2, k)
    return circuit


def bob(bases):
    n = len(bases)
    circuit = QuantumCircuit(n, n)
    for k in range(n):
        if bases[k] == "X":
            circuit.ry(-np.pi / 2, k)
        if bases[k] == "Y":
            circuit.rx(np.pi / 2, k)
    circuit.measure(range(n), range(n))
    return circuit
