# task: satisfied
# why: All ancillas flip one more ancilla, which is in the state |->.
def satisfied(n, clauses):
    m = len(clauses)
    circuit = QuantumCircuit(n + m + 1)
    compute = QuantumCircuit(n + m + 1)
    for k, clause in enumerate(clauses, start=n):
        for literal in clause:
            if literal > 0:
                compute.x(literal - 1)
        compute.x(k)
        compute.mcx([abs(literal) - 1 for literal in clause], k)
        for literal in clause:
            if literal > 0:
                compute.x(literal - 1)
    last = n + m
    circuit.x(last)
    circuit.h(last)
    circuit = circuit.compose(compute)
    circuit.mcx(list(range(n, n + m)), last)
    circuit = circuit.compose(compute.inverse())
    circuit.h(last)
    circuit.x(last)
    return circuit
