# task: ghz
# why: Drops the last qubits when n is no power of two.
# fails: assert_same_state wrong_state
def ghz(n):
    circuit = QuantumCircuit(n)
    circuit.h(0)
    ready = 1
    while 2 * ready <= n:
        for k in range(ready):
            circuit.cx(k, ready + k)
        ready *= 2
    return circuit
