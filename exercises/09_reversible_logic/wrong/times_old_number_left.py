# task: times
# why: Computes the product beside the number and swaps, but leaves the old number in the ancillas.
# fails: assert_same_unitary dirty_ancilla
def times(n, a):
    if a % 2 == 0:
        return None
    circuit = QuantumCircuit(2 * n)
    for k in range(n):
        for j in range(k, n):
            if a << k >> j & 1:
                for top in reversed(range(j, n)):
                    circuit.mcx([k, *range(n + j, n + top)], n + top)
    for k in range(n):
        circuit.swap(k, n + k)
    return circuit
