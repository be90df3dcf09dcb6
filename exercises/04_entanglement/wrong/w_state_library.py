# task: w_state
# why: Lets the library prepare the vector: right, but too expensive from n = 4 on.
# fails: assert_budget budget_exceeded
def w_state(n):
    amplitudes = np.zeros(2**n)
    for k in range(n):
        amplitudes[2**k] = 1 / np.sqrt(n)
    circuit = QuantumCircuit(n)
    circuit.prepare_state(amplitudes)
    return circuit
