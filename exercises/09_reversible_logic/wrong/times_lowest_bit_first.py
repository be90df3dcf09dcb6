# task: times
# why: Takes the controls from the lowest bit upwards: they have changed when their turn comes.
# fails: assert_same_unitary wrong_unitary
def times(n, a):
    if a % 2 == 0:
        return None
    circuit = QuantumCircuit(n)
    for k in range(n - 1):
        for j in range(k + 1, n):
            if (a - 1) << k >> j & 1:
                for top in reversed(range(j, n)):
                    circuit.mcx([k, *range(j, top)], top)
    return circuit
