# task: times
# why: Adds the whole factor to the bits above, in the place of half of the factor minus one.
# fails: assert_same_unitary wrong_unitary
def times(n, a):
    if a % 2 == 0:
        return None
    circuit = QuantumCircuit(n)
    for k in reversed(range(n - 1)):
        for j in range(k + 1, n):
            if a << (k + 1) >> j & 1:
                for top in reversed(range(j, n)):
                    circuit.mcx([k, *range(j, top)], top)
    return circuit
