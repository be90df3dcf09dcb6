# task: satisfied
# why: Clause by clause: each AND with the rest sits inside the clause that was noted before.
def satisfied(n, clauses):
    circuit = QuantumCircuit(n + len(clauses) + 1)

    def clause_into(clause, ancilla):
        state = "".join("0" if literal > 0 else "1" for literal in reversed(clause))
        circuit.mcx([abs(literal) - 1 for literal in clause], ancilla, ctrl_state=state)
        circuit.x(ancilla)

    def rest(k):
        if k == len(clauses):
            if k == 1:
                circuit.z(n)
            else:
                circuit.mcp(np.pi, list(range(n, n + k - 1)), n + k - 1)
            return
        clause_into(clauses[k], n + k)
        rest(k + 1)
        circuit.x(n + k)
        state = "".join("0" if literal > 0 else "1" for literal in reversed(clauses[k]))
        circuit.mcx([abs(literal) - 1 for literal in clauses[k]], n + k, ctrl_state=state)

    rest(0)
    return circuit
