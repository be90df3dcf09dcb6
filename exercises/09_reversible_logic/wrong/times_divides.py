# task: times
# why: Runs the circuit backwards: divides by the factor.
# fails: assert_same_unitary inverse
def times(n, a):
    if a % 2 == 0:
        return None
    circuit = QuantumCircuit(n)
    for k in reversed(range(n - 1)):
        for j in range(k + 1, n):
            if (a - 1) << k >> j & 1:
                for top in reversed(range(j, n)):
                    circuit.mcx([k, *range(j, top)], top)
    return circuit.inverse()
