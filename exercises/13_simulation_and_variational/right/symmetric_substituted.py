# task: symmetric
# why: Builds one step with a time of its own and fills t / steps in.
def symmetric(bonds, fields, steps):
    n = len(fields)
    small, t = Parameter("small"), Parameter("t")
    field, middle = QuantumCircuit(n), QuantumCircuit(n)
    for k in range(n):
        field.rx(fields[k] * small, k)
    order = sorted(range(n - 1), key=lambda k: k % 2)
    for k in order:
        middle.rzz(2 * bonds[k] * small, k, k + 1)
    one = field.compose(middle).compose(field)
    return one.repeat(steps).decompose().assign_parameters({small: t / steps})
