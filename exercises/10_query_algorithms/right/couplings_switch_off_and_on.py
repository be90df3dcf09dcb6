# task: couplings
# why: Leaves switch k out of the superposition: once it is off, once it is on.
def couplings(oracle, n, k):
    others = [qubit for qubit in range(n) if qubit != k]
    circuit = QuantumCircuit(n + 1, n)
    circuit.x(n)
    circuit.h(n)
    circuit.h(others)
    circuit.append(oracle, range(n + 1))
    circuit.x(k)
    circuit.append(oracle, range(n + 1))
    circuit.h(others)
    circuit.measure(others, others)
    return circuit
