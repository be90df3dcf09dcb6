# task: exchange
# why: Puts Hadamard gates on the target alone, which makes a CZ of the middle CX.
# fails: assert_same_unitary wrong_unitary
def exchange(n, a, b):
    low, high = sorted((a, b))
    circuit = QuantumCircuit(n)
    circuit.cx(low, high)
    circuit.h(high)
    circuit.cx(low, high)
    circuit.h(high)
    circuit.cx(low, high)
    return circuit
