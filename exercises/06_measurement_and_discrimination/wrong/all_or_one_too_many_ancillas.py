# task: all_or_one
# why: An ancilla for every pair of qubits, neighbours or not.
# fails: assert_budget budget_exceeded
def all_or_one(n):
    pairs = [(a, b) for a in range(n) for b in range(a)]
    ancillas = list(range(n, n + len(pairs)))
    flag = n + len(pairs)
    compute = QuantumCircuit(flag + 1, 1)
    for ancilla, (a, b) in zip(ancillas, pairs, strict=True):
        compute.cx(a, ancilla)
        compute.cx(b, ancilla)
    circuit = compute.copy()
    circuit.x(flag)
    circuit.mcx(ancillas, flag, ctrl_state=0)
    circuit = circuit.compose(compute.inverse())
    circuit.measure(flag, 0)
    return circuit
