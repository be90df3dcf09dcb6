# task: w_state
# why: Uses 1/n in every step instead of 1/(n - k).
# fails: assert_same_state wrong_amplitudes
def w_state(n):
    circuit = QuantumCircuit(n)
    circuit.x(0)
    for k in range(n - 1):
        circuit.cry(2 * np.arccos(np.sqrt(1 / n)), k, k + 1)
        circuit.cx(k + 1, k)
    return circuit
