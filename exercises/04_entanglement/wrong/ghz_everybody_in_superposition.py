# task: ghz
# why: H on every qubit makes all bit strings.
# fails: assert_same_state wrong_state
def ghz(n):
    circuit = QuantumCircuit(n)
    circuit.h(range(n))
    return circuit
