# task: below
# why: One gate with n controls for each marked number.
# fails: assert_budget not_clifford_t
def below(n, c):
    circuit = QuantumCircuit(n + 1)
    for x in range(c):
        circuit.mcx(list(range(n)), n, ctrl_state=x)
    return circuit
