# task: ladder
# why: Nested decisions: inside each failure the next attempt.
def ladder(m):
    circuit = QuantumCircuit(m + 1, m)

    def attempt(k):
        circuit.cx(0, k)
        circuit.measure(k, k - 1)
        with circuit.if_test((circuit.clbits[k - 1], 1)):
            if k < m:
                attempt(k + 1)
            else:
                circuit.z(0)

    attempt(1)
    return circuit
