# task: tidy
# why: Calls the circuit again in the place of its inverse.
# fails: assert_marks dirty_ancilla
def tidy(work, n, m, place):
    circuit = QuantumCircuit(n + m + 1)
    circuit.append(work, range(n + m))
    circuit.cx(place, n + m)
    circuit.append(work, range(n + m))
    return circuit
