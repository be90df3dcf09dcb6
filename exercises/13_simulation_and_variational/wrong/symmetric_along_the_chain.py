# task: symmetric
# why: Takes the bonds from one end to the other: as many layers as bonds.
# fails: assert_budget budget_exceeded
def symmetric(bonds, fields, steps):
    n = len(fields)
    t = Parameter("t")
    step = QuantumCircuit(n)
    for k in range(n):
        step.rx(fields[k] * t / steps, k)
    for k in range(n - 1):
        step.rzz(2 * bonds[k] * t / steps, k, k + 1)
    for k in range(n):
        step.rx(fields[k] * t / steps, k)
    circuit = QuantumCircuit(n)
    for _ in range(steps):
        circuit.compose(step, inplace=True)
    return circuit
