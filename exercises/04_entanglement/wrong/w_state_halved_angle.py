# task: w_state
# why: Forgets the factor 2 between the angle of RY and the angle in the amplitudes.
# fails: assert_same_state wrong_amplitudes
def w_state(n):
    circuit = QuantumCircuit(n)
    circuit.x(0)
    for k in range(n - 1):
        theta = np.arccos(np.sqrt(1 / (n - k)))
        circuit.cry(theta, k, k + 1)
        circuit.cx(k + 1, k)
    return circuit
