# task: one_string
# why: A chain of CX: right, and too slow.
# fails: assert_budget budget_exceeded
import itertools


def one_string(label, t):
    n = len(label)
    letters = {k: label[n - 1 - k] for k in range(n) if label[n - 1 - k] != "I"}
    if not letters:
        return QuantumCircuit(n, global_phase=-t)
    collect = QuantumCircuit(n)
    for k, letter in letters.items():
        if letter == "Y":
            collect.sdg(k)
        if letter in "XY":
            collect.h(k)
    places = list(letters)
    for a, b in itertools.pairwise(places):
        collect.cx(a, b)
    circuit = collect.copy()
    circuit.rz(2 * t, places[-1])
    return circuit.compose(collect.inverse())
