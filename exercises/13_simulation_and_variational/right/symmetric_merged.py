# task: symmetric
# why: Merges the half steps of the field between neighbouring steps.
def symmetric(bonds, fields, steps):
    n = len(fields)
    t = Parameter("t")
    circuit = QuantumCircuit(n)
    for step in range(steps + 1):
        share = (0.5 if step in (0, steps) else 1.0) / steps
        for k in range(n):
            circuit.rx(2 * share * fields[k] * t, k)
        if step < steps:
            for k in [*range(0, n - 1, 2), *range(1, n - 1, 2)]:
                circuit.rzz(2 * bonds[k] / steps * t, k, k + 1)
    return circuit
