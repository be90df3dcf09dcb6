# task: tidy
# why: The copy by H, CZ, H on the target.
def tidy(work, n, m, place):
    circuit = QuantumCircuit(n + m + 1)
    inside = list(range(n + m))
    circuit.h(n + m)
    circuit.append(work, inside)
    circuit.cz(n + m, place)
    circuit.append(work.inverse(), inside)
    circuit.h(n + m)
    return circuit
