# task: couplings
# why: Turns the switch before the first call; the box is written once, in a gate that is used twice.
def couplings(oracle, n, k):
    turned = QuantumCircuit(n + 1, name="turned")
    turned.x(k)
    turned.append(oracle, range(n + 1))
    step = turned.to_gate()
    circuit = QuantumCircuit(n + 1, n)
    circuit.x(n)
    circuit.h(range(n + 1))
    circuit.append(step, range(n + 1))
    circuit.append(step, range(n + 1))
    circuit.h(range(n + 1))
    circuit.measure(range(n), range(n))
    return circuit
