# task: tidy
# why: Counts the place from the last qubit.
# fails: assert_marks not_an_oracle
def tidy(work, n, m, place):
    circuit = QuantumCircuit(n + m + 1)
    circuit.append(work, range(n + m))
    circuit.cx(n + m - 1 - place, n + m)
    circuit.append(work.inverse(), range(n + m))
    return circuit
