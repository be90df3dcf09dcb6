# task: symmetric
# why: Merges the half steps, and makes the two at the ends whole ones.
# fails: assert_parameterised_family does_nothing
def symmetric(bonds, fields, steps):
    n = len(fields)
    t = Parameter("t")
    circuit = QuantumCircuit(n)
    for step in range(steps + 1):
        for k in range(n):
            circuit.rx(2 * fields[k] * t / steps, k)
        if step < steps:
            for start in (0, 1):
                for k in range(start, n - 1, 2):
                    circuit.rzz(2 * bonds[k] * t / steps, k, k + 1)
    return circuit
