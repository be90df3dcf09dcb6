# task: thrifty
# why: Doubles every angle.
# fails: assert_same_unitary relative_phase
def thrifty(n, epsilon):
    phases = sorted((np.pi / 2 ** (top - k), k, top) for top in range(n) for k in range(top))
    left_out, total = set(), 0.0
    for angle, k, top in phases:
        total += angle
        if total > epsilon:
            break
        left_out.add((k, top))
    circuit = QuantumCircuit(n)
    for top in reversed(range(n)):
        circuit.h(top)
        for k in range(top):
            if (k, top) not in left_out:
                circuit.cp(2 * np.pi / 2 ** (top - k), k, top)
    return circuit
