# task: tidy
# why: Runs everything twice, to be on the safe side.
# fails: assert_budget too_many_calls
def tidy(work, n, m, place):
    circuit = QuantumCircuit(n + m + 1)
    for _ in range(3):
        circuit.append(work, range(n + m))
        circuit.cx(place, n + m)
        circuit.append(work.inverse(), range(n + m))
    return circuit
