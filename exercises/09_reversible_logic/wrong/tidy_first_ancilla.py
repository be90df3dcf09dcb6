# task: tidy
# why: Takes the result from the first ancilla, wherever it is.
# fails: assert_marks not_an_oracle
def tidy(work, n, m, place):
    circuit = QuantumCircuit(n + m + 1)
    circuit.append(work, range(n + m))
    circuit.cx(n, n + m)
    circuit.append(work.inverse(), range(n + m))
    return circuit
