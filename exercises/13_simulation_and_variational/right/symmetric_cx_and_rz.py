# task: symmetric
# why: Each bond as CX, RZ, CX.
def symmetric(bonds, fields, steps):
    n, t = len(fields), Parameter("t")
    small = t / steps
    circuit = QuantumCircuit(n)
    for _ in range(steps):
        for k, field in enumerate(fields):
            circuit.rx(field * small, k)
        for parity in (1, 0):
            for k, strength in enumerate(bonds):
                if k % 2 == parity:
                    circuit.cx(k, k + 1)
                    circuit.rz(2 * strength * small, k + 1)
                    circuit.cx(k, k + 1)
        for k, field in enumerate(fields):
            circuit.rx(field * small, k)
    return circuit
