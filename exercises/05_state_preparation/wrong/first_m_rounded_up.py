# task: first_m
# why: H on as many qubits as m needs: goes on to the next power of two.
# fails: assert_same_state wrong_state
def first_m(m, n):
    circuit = QuantumCircuit(n)
    for k in range((m - 1).bit_length()):
        circuit.h(k)
    return circuit
