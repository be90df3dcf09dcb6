# task: exchange
# why: Leaves out the last CX: right for the input 0...0 and for some others.
# fails: assert_same_unitary wrong_unitary
def exchange(n, a, b):
    low, high = sorted((a, b))
    circuit = QuantumCircuit(n)
    circuit.cx(low, high)
    circuit.h([low, high])
    circuit.cx(low, high)
    circuit.h([low, high])
    return circuit
