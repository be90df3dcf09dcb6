# task: add_if
# why: Puts a control on the whole adder, the transforms too: right and too expensive.
# fails: assert_budget budget_exceeded
def add_if(n, a):
    adder = QuantumCircuit(n)
    for top in reversed(range(n)):
        adder.h(top)
        for k in range(top):
            adder.cp(np.pi / 2 ** (top - k), k, top)
    back = adder.inverse()
    for k in range(n):
        adder.p(2 * np.pi * a / 2 ** (k + 1), k)
    circuit = QuantumCircuit(n + 1)
    circuit.append(adder.compose(back).to_gate().control(), [n, *range(n)])
    return circuit
