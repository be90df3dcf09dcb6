# task: geometric
# why: Gives every qubit the same ratio.
# fails: assert_same_state wrong_amplitudes
def geometric(n, ratio):
    circuit = QuantumCircuit(n)
    for k in range(n):
        circuit.ry(2 * np.arctan(abs(ratio)), k)
        circuit.p(np.angle(ratio), k)
    return circuit
