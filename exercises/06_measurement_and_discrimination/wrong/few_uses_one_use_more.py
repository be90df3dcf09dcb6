# task: few_uses
# why: Needs one use more than allowed where N theta is not pi.
# fails: assert_budget too_many_calls
def few_uses(unknown, theta, uses):
    total = uses if abs(uses * theta - np.pi) < 1e-9 else uses + 1
    circuit = QuantumCircuit(1, 1)
    circuit.h(0)
    for _ in range(total):
        circuit.append(unknown, [0])
    circuit.h(0)
    circuit.measure(0, 0)
    return circuit
