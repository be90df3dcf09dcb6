# task: add_if
# why: Adds the bits of a one by one with CX, as if there were no carries.
# fails: assert_same_unitary wrong_unitary
def add_if(n, a):
    circuit = QuantumCircuit(n + 1)
    for k in range(n):
        if a >> k & 1:
            circuit.cx(n, k)
    return circuit
