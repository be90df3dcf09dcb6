# task: ladder
# why: Applies the phase gate itself, which the machine does not have.
# fails: assert_budget forbidden_gate
def ladder(m):
    circuit = QuantumCircuit(m + 1, m)
    circuit.p(np.pi / 2**m, 0)
    return circuit
