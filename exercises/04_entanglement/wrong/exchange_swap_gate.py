# task: exchange
# why: Uses the SWAP gate, which this chip does not have.
# fails: assert_word foreign_letter
def exchange(n, a, b):
    circuit = QuantumCircuit(n)
    circuit.swap(a, b)
    return circuit
