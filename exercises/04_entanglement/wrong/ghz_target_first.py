# task: ghz
# why: Exchanges control and target of every CX.
# fails: assert_same_state wrong_state
def ghz(n):
    circuit = QuantumCircuit(n)
    circuit.h(0)
    for k in range(1, n):
        circuit.cx(k, k - 2 ** (k.bit_length() - 1))
    return circuit
