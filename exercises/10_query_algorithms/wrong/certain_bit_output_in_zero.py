# task: certain_bit
# why: Leaves the output qubit in |0>, so there is no phase.
# fails: assert_distribution impossible_outcome
def certain_bit(oracle, n):
    circuit = QuantumCircuit(n + 2, 1)
    circuit.h(range(n))
    circuit.append(oracle, range(n + 1))
    circuit.h(range(n))
    circuit.x(n + 1)
    circuit.mcx(list(range(n)), n + 1, ctrl_state=0)
    circuit.measure(n + 1, 0)
    return circuit
