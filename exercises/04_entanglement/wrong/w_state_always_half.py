# task: w_state
# why: Shares the excitation half and half at each step: only n = 2 comes out right.
# fails: assert_same_state wrong_amplitudes
def w_state(n):
    circuit = QuantumCircuit(n)
    circuit.x(0)
    for k in range(n - 1):
        circuit.ch(k, k + 1)
        circuit.cx(k + 1, k)
    return circuit
