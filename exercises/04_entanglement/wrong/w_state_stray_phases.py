# task: w_state
# why: Moves the excitation with RXX and RYY and leaves the phase i of each step.
# fails: assert_same_state relative_phase
def w_state(n):
    circuit = QuantumCircuit(n)
    circuit.x(0)
    for k in range(n - 1):
        angle = np.arccos(np.sqrt(1 / (n - k)))
        circuit.rxx(angle, k, k + 1)
        circuit.ryy(angle, k, k + 1)
    return circuit
