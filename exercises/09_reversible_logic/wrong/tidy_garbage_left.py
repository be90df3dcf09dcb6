# task: tidy
# why: Copies the result and leaves the mess.
# fails: assert_marks not_an_oracle
def tidy(work, n, m, place):
    circuit = QuantumCircuit(n + m + 1)
    circuit.append(work, range(n + m))
    circuit.cx(place, n + m)
    return circuit
