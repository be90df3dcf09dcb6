# task: thrifty
# why: Sorts the wrong way round and leaves the largest angles out first.
# fails: assert_same_unitary relative_phase
def thrifty(n, epsilon):
    phases = sorted(
        ((np.pi / 2 ** (top - k), k, top) for top in range(n) for k in range(top)), reverse=True
    )
    number = sum(total <= epsilon for total in np.cumsum([p[0] for p in reversed(phases)]))
    left_out = {(k, top) for _, k, top in phases[:number]}
    circuit = QuantumCircuit(n)
    for top in reversed(range(n)):
        circuit.h(top)
        for k in range(top):
            if (k, top) not in left_out:
                circuit.cp(np.pi / 2 ** (top - k), k, top)
    return circuit
