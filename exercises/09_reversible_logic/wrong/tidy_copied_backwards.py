# task: tidy
# why: Control and target of the copy exchanged.
# fails: assert_marks dirty_ancilla
def tidy(work, n, m, place):
    circuit = QuantumCircuit(n + m + 1)
    circuit.append(work, range(n + m))
    circuit.cx(n + m, place)
    circuit.append(work.inverse(), range(n + m))
    return circuit
