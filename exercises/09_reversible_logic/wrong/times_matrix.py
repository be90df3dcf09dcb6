# task: times
# why: Lets the library make the gate from its matrix.
# fails: assert_budget forbidden_gate
def times(n, a):
    if a % 2 == 0:
        return None
    matrix = np.zeros((2**n, 2**n))
    for x in range(2**n):
        matrix[a * x % 2**n, x] = 1
    circuit = QuantumCircuit(n)
    circuit.unitary(matrix, range(n))
    return circuit
