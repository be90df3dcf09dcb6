# task: certain_bit
# why: Forgets the X: the output qubit is in |+>, and the box does nothing.
# fails: assert_distribution impossible_outcome
def certain_bit(oracle, n):
    circuit = QuantumCircuit(n + 2, 1)
    circuit.h(range(n + 1))
    circuit.append(oracle, range(n + 1))
    circuit.h(range(n))
    circuit.x(n + 1)
    circuit.mcx(list(range(n)), n + 1, ctrl_state=0)
    circuit.measure(n + 1, 0)
    return circuit
