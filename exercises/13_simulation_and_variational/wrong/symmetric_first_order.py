# task: symmetric
# why: The first-order formula: the whole field on one side.
# fails: assert_parameterised_family wrong_unitary
def symmetric(bonds, fields, steps):
    n = len(fields)
    t = Parameter("t")
    circuit = QuantumCircuit(n)
    for _ in range(steps):
        for k in range(n):
            circuit.rx(2 * fields[k] * t / steps, k)
        for start in (0, 1):
            for k in range(start, n - 1, 2):
                circuit.rzz(2 * bonds[k] * t / steps, k, k + 1)
    return circuit
