# task: one_string
# why: Uses S for Y, which turns Y into -Z.
# fails: assert_same_unitary inverse
def one_string(label, t):
    n = len(label)
    letters = {k: label[n - 1 - k] for k in range(n) if label[n - 1 - k] != "I"}
    if not letters:
        return QuantumCircuit(n, global_phase=-t)
    collect = QuantumCircuit(n)
    for k, letter in letters.items():
        if letter == "Y":
            collect.s(k)
        if letter in "XY":
            collect.h(k)
    left = list(letters)
    while len(left) > 1:
        for a, b in zip(left[::2], left[1::2], strict=False):
            collect.cx(b, a)
        left = left[::2]
    circuit = collect.copy()
    circuit.rz(2 * t, left[0])
    return circuit.compose(collect.inverse())
