# task: w_state
# why: Moves the excitation with RXX and RYY, which keep the number of ones; removes the phase i.
def w_state(n):
    circuit = QuantumCircuit(n)
    circuit.x(0)
    for k in range(n - 1):
        angle = np.arccos(np.sqrt(1 / (n - k)))
        circuit.rxx(angle, k, k + 1)
        circuit.ryy(angle, k, k + 1)
        circuit.s(k + 1)
    return circuit
