# task: about_mean
# why: Marks the state of all ones in place of zero.
# fails: assert_same_unitary global_phase
def about_mean(n):
    circuit = QuantumCircuit(n + max(0, n - 2), global_phase=np.pi)
    register = list(range(n))
    circuit.h(register)
    if n == 1:
        circuit.z(0)
    elif n == 2:
        circuit.cz(0, 1)
    else:
        ladder = [(0, 1, n)] + [(k, n + k - 2, n + k - 1) for k in range(2, n - 1)]
        for step in ladder:
            circuit.ccx(*step)
        circuit.cz(ladder[-1][2], n - 1)
        for step in reversed(ladder):
            circuit.ccx(*step)
    circuit.h(register)
    return circuit
