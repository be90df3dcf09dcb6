# task: first_m
# why: H on every qubit: right for powers of two that fill the register.
# fails: assert_same_state wrong_state
def first_m(m, n):
    circuit = QuantumCircuit(n)
    circuit.h(range(n))
    return circuit
