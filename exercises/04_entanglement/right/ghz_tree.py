# task: ghz
# why: Each qubit k gets the bit from the qubit whose number is k without its highest bit.
def ghz(n):
    circuit = QuantumCircuit(n)
    circuit.h(0)
    for k in range(1, n):
        circuit.cx(k - 2 ** (k.bit_length() - 1), k)
    return circuit
