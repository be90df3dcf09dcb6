# task: exchange
# why: Uses the SWAP gate, which this chip does not have.
# fails: assert wrong_value
def exchange(n, a, b):
    circuit = QuantumCircuit(n)
    circuit.swap(a, b)
    return circuit
