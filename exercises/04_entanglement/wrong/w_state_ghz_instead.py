# task: w_state
# why: Prepares the GHZ state, the other famous one.
# fails: assert_same_state wrong_state
def w_state(n):
    circuit = QuantumCircuit(n)
    circuit.h(0)
    for k in range(n - 1):
        circuit.cx(k, k + 1)
    return circuit
