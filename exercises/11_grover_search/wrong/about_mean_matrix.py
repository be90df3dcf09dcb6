# task: about_mean
# why: Hands the matrix to the library: right, and far too dear.
# fails: assert_budget budget_exceeded
def about_mean(n):
    circuit = QuantumCircuit(n)
    circuit.unitary(np.full((2**n, 2**n), 2 / 2**n) - np.eye(2**n), range(n))
    return circuit
