# task: one_hot
# why: Hands the 1 on along a chain: right, in too many layers.
# fails: assert_budget budget_exceeded
def one_hot(amplitudes):
    n = len(amplitudes)
    circuit = QuantumCircuit(n)
    circuit.x(0)
    for k in range(n - 1):
        rest = np.linalg.norm(amplitudes[k + 1 :])
        circuit.cry(2 * np.arctan2(rest, abs(amplitudes[k])), k, k + 1)
        circuit.cx(k + 1, k)
    for k in range(n):
        circuit.p(np.angle(amplitudes[k]), k)
    return circuit
