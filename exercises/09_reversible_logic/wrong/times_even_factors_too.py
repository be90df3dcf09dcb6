# task: times
# why: Does not refuse even factors.
# fails: assert wrong_value
def times(n, a):
    circuit = QuantumCircuit(n)
    for k in reversed(range(n - 1)):
        for j in range(k + 1, n):
            if (a - 1) << k >> j & 1:
                for top in reversed(range(j, n)):
                    circuit.mcx([k, *range(j, top)], top)
    return circuit
