# task: one_string
# why: The evolution gate of the library, which makes a chain.
# fails: assert_budget budget_exceeded
def one_string(label, t):
    from qiskit.circuit.library import PauliEvolutionGate

    circuit = QuantumCircuit(len(label))
    circuit.append(PauliEvolutionGate(SparsePauliOp(label), t), range(len(label)))
    return circuit.decompose().decompose()
