# task: first_m
# why: Lets the library prepare the vector: right, but too expensive from n = 4 on.
# fails: assert_budget budget_exceeded
def first_m(m, n):
    amplitudes = np.zeros(2**n)
    amplitudes[:m] = 1 / np.sqrt(m)
    circuit = QuantumCircuit(n)
    circuit.prepare_state(amplitudes)
    return circuit
