# task: ladder
# why: CX made of CZ and Hadamard gates, Z made of H X H, and one classical bit that is used again and again.
def ladder(m):
    circuit = QuantumCircuit(m + 1, 1)

    def part(k):
        circuit.h(k)
        circuit.cz(0, k)
        circuit.h(k)
        circuit.measure(k, 0)
        with circuit.if_test((circuit.clbits[0], 1)):
            if k == m:
                circuit.h(0)
                circuit.x(0)
                circuit.h(0)
            else:
                part(k + 1)

    part(1)
    return circuit
