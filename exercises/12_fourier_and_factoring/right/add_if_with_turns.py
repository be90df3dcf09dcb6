# task: add_if
# why: Half of each controlled phase as a turn of the control, once for all, and the rest as crz.
def add_if(n, a):
    half = QuantumCircuit(n + 1)
    for top in range(n - 1, -1, -1):
        half.h(top)
        for k in range(top - 1, -1, -1):
            half.cp(np.pi / 2 ** (top - k), k, top)
    middle = QuantumCircuit(n + 1)
    total = 0.0
    for k in range(n):
        angle = np.pi * (a % 2 ** (k + 1)) / 2**k
        middle.crz(angle, n, k)
        total += angle / 2
    middle.p(total, n)
    return half.compose(middle).compose(half.inverse())
