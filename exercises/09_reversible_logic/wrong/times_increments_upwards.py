# task: times
# why: Increments from the lowest bit upwards: the carries come from bits that have changed.
# fails: assert_same_unitary wrong_unitary
def times(n, a):
    if a % 2 == 0:
        return None
    circuit = QuantumCircuit(n)
    for k in reversed(range(n - 1)):
        for j in range(k + 1, n):
            if (a - 1) << k >> j & 1:
                for top in range(j, n):
                    circuit.mcx([k, *range(j, top)], top)
    return circuit
