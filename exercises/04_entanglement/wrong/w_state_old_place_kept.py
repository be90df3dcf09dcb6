# task: w_state
# why: Leaves out the CX back, so the excitation stays in its old place too.
# fails: assert_same_state wrong_state
def w_state(n):
    circuit = QuantumCircuit(n)
    circuit.x(0)
    for k in range(n - 1):
        circuit.cry(2 * np.arccos(np.sqrt(1 / (n - k))), k, k + 1)
    return circuit
