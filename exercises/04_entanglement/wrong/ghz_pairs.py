# task: ghz
# why: Entangles neighbours in pairs: many Bell states and not one GHZ state.
# fails: assert_same_state wrong_state
def ghz(n):
    circuit = QuantumCircuit(n)
    for k in range(0, n - 1, 2):
        circuit.h(k)
        circuit.cx(k, k + 1)
    return circuit
