# task: certain_bit
# why: Writes 1 for a constant function.
# fails: assert_distribution impossible_outcome
def certain_bit(oracle, n):
    circuit = QuantumCircuit(n + 2, 1)
    circuit.x(n)
    circuit.h(range(n + 1))
    circuit.append(oracle, range(n + 1))
    circuit.h(range(n))
    circuit.mcx(list(range(n)), n + 1, ctrl_state=0)
    circuit.measure(n + 1, 0)
    return circuit
