# task: satisfied
# why: Goes through all assignments and marks each solution by itself.
# fails: assert_budget budget_exceeded
def satisfied(n, clauses):
    circuit = QuantumCircuit(n)
    for x in range(2**n):
        if all(any((x >> (abs(v) - 1) & 1) == (v > 0) for v in clause) for clause in clauses):
            zeros = [q for q in range(n) if not x >> q & 1]
            if zeros:
                circuit.x(zeros)
            if n == 1:
                circuit.z(0)
            else:
                circuit.h(n - 1)
                circuit.mcx(list(range(n - 1)), n - 1)
                circuit.h(n - 1)
            if zeros:
                circuit.x(zeros)
    return circuit
