# task: symmetric
# why: Uses the time as the angle, though the gates halve their angles.
# fails: assert_parameterised_family wrong_angle
def symmetric(bonds, fields, steps):
    n = len(fields)
    t = Parameter("t")
    step = QuantumCircuit(n)
    for k in range(n):
        step.rx(fields[k] * t / steps / 2, k)
    for start in (0, 1):
        for k in range(start, n - 1, 2):
            step.rzz(bonds[k] * t / steps, k, k + 1)
    for k in range(n):
        step.rx(fields[k] * t / steps / 2, k)
    circuit = QuantumCircuit(n)
    for _ in range(steps):
        circuit.compose(step, inplace=True)
    return circuit
