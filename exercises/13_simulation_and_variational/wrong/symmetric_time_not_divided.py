# task: symmetric
# why: Takes t for the time of one step.
# fails: assert_parameterised_family wrong_unitary
def symmetric(bonds, fields, steps):
    n = len(fields)
    t = Parameter("t")
    step = QuantumCircuit(n)
    for k in range(n):
        step.rx(fields[k] * t, k)
    for start in (0, 1):
        for k in range(start, n - 1, 2):
            step.rzz(2 * bonds[k] * t, k, k + 1)
    for k in range(n):
        step.rx(fields[k] * t, k)
    circuit = QuantumCircuit(n)
    for _ in range(steps):
        circuit.compose(step, inplace=True)
    return circuit
