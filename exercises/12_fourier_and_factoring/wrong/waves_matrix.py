# task: waves
# why: Writes the matrix down and lets the library take it apart.
# fails: assert_budget forbidden_gate
def waves(n, order):
    circuit = QuantumCircuit(n)
    circuit.unitary(fourier_matrix(n, order), range(n))
    return circuit
