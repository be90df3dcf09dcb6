# task: tidy
# why: Uncomputes first and copies then.
# fails: assert_marks misses_input
def tidy(work, n, m, place):
    circuit = QuantumCircuit(n + m + 1)
    circuit.append(work, range(n + m))
    circuit.append(work.inverse(), range(n + m))
    circuit.cx(place, n + m)
    return circuit
