# task: tidy
# why: Begins with the inverse.
# fails: assert_marks not_an_oracle
def tidy(work, n, m, place):
    circuit = QuantumCircuit(n + m + 1)
    circuit.append(work.inverse(), range(n + m))
    circuit.cx(place, n + m)
    circuit.append(work, range(n + m))
    return circuit
