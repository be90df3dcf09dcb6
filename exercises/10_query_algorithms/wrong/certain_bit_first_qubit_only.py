# task: certain_bit
# why: Measures one qubit of the register, which is enough only for n = 1.
# fails: assert_distribution impossible_outcome
def certain_bit(oracle, n):
    circuit = QuantumCircuit(n + 1, 1)
    circuit.x(n)
    circuit.h(range(n + 1))
    circuit.append(oracle, range(n + 1))
    circuit.h(range(n))
    circuit.measure(0, 0)
    return circuit
