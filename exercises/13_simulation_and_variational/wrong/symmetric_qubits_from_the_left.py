# task: symmetric
# why: Gives the first strength and field to the last qubit.
# fails: assert_parameterised_family qubit_order_reversed
def symmetric(bonds, fields, steps):
    n = len(fields)
    t = Parameter("t")
    step = QuantumCircuit(n)
    for k in range(n):
        step.rx(fields[n - 1 - k] * t / steps, k)
    for start in (0, 1):
        for k in range(start, n - 1, 2):
            step.rzz(2 * bonds[n - 2 - k] * t / steps, k, k + 1)
    for k in range(n):
        step.rx(fields[n - 1 - k] * t / steps, k)
    circuit = QuantumCircuit(n)
    for _ in range(steps):
        circuit.compose(step, inplace=True)
    return circuit
