# task: all_hold
# why: One ancilla for each condition.
# fails: assert_budget budget_exceeded
def all_hold(n, conditions):
    m = len(conditions)
    holds = QuantumCircuit(n + m)
    for k, (gate, places) in enumerate(conditions):
        holds.append(gate, [*places, n + k])
    circuit = holds.copy()
    if m == 1:
        circuit.z(n)
    else:
        circuit.mcp(np.pi, list(range(n, n + m - 1)), n + m - 1)
    return circuit.compose(holds.inverse())
