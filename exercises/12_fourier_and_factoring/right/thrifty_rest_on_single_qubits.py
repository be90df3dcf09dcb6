# task: thrifty
# why: Puts the mean of each phase that is left out on its two qubits, which makes the error smaller still.
def thrifty(n, epsilon):
    phases = sorted((np.pi / 2 ** (top - k), top, k) for top in range(n) for k in range(top))
    sums = np.cumsum([angle for angle, _, _ in phases])
    small = {(top, k) for (_, top, k), total in zip(phases, sums, strict=True) if total <= epsilon}
    circuit = QuantumCircuit(n)
    for top in range(n - 1, -1, -1):
        circuit.h(top)
        for k in range(top):
            angle = np.pi / 2 ** (top - k)
            if (top, k) in small:  # exp(i a x y) is nearly exp(i a (x + y) / 4), up to a phase
                circuit.p(angle / 4, k)
                circuit.p(angle / 4, top)
            else:
                circuit.cp(angle, k, top)
    return circuit
