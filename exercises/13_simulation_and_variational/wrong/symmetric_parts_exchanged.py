# task: symmetric
# why: Splits the bonds in half instead of the field: also of second order, and another formula.
# fails: assert_parameterised_family wrong_unitary
def symmetric(bonds, fields, steps):
    n = len(fields)
    t = Parameter("t")
    circuit = QuantumCircuit(n)
    order = [*range(0, n - 1, 2), *range(1, n - 1, 2)]
    for _ in range(steps):
        for k in order:
            circuit.rzz(bonds[k] * t / steps, k, k + 1)
        for k in range(n):
            circuit.rx(2 * fields[k] * t / steps, k)
        for k in order:
            circuit.rzz(bonds[k] * t / steps, k, k + 1)
    return circuit
