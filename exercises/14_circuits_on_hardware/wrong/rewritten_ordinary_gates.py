# task: rewritten
# why: Returns the program in ordinary gates.
# fails: assert_budget forbidden_gate
def rewritten(steps, qubits):
    circuit = QuantumCircuit(qubits)
    for name, *rest in steps:
        getattr(circuit, name)(*rest)
    return circuit
