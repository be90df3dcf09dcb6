# task: couplings
# why: Asks for both answers with two output qubits and compares them by their phases.
def couplings(oracle, n, k):
    circuit = QuantumCircuit(n + 2, n)
    circuit.x([n, n + 1])
    circuit.h([n, n + 1])
    circuit.h(range(n))
    circuit.append(oracle, [*range(n), n + 1])
    circuit.x(k)
    circuit.append(oracle, [*range(n), n])
    circuit.h(range(n))  # the X on switch k is a phase now, the same for all outcomes
    circuit.measure(range(n), range(n))
    return circuit
