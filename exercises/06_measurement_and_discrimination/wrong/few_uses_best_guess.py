# task: few_uses
# why: One use and the best guess: right often, and not always.
# fails: assert_distribution impossible_outcome
def few_uses(unknown, theta, uses):
    circuit = QuantumCircuit(1, 1)
    circuit.h(0)
    circuit.append(unknown, [0])
    circuit.p(np.pi / 2 - theta / 2, 0)
    circuit.rx(np.pi / 2, 0)
    circuit.measure(0, 0)
    return circuit
