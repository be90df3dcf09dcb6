# task: symmetric
# why: Turns the field the other way, as in H = A - B.
# fails: assert_parameterised_family special_angles_only
def symmetric(bonds, fields, steps):
    n = len(fields)
    t = Parameter("t")
    step = QuantumCircuit(n)
    for k in range(n):
        step.rx(-fields[k] * t / steps, k)
    for start in (0, 1):
        for k in range(start, n - 1, 2):
            step.rzz(2 * bonds[k] * t / steps, k, k + 1)
    for k in range(n):
        step.rx(-fields[k] * t / steps, k)
    circuit = QuantumCircuit(n)
    for _ in range(steps):
        circuit.compose(step, inplace=True)
    return circuit
