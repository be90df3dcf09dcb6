# task: thrifty
# why: Makes the exact circuit and deletes gates from its list, the smallest first.
def thrifty(n, epsilon):
    exact = QuantumCircuit(n)
    for top in reversed(range(n)):
        exact.h(top)
        for k in reversed(range(top)):
            exact.cp(np.pi / 2 ** (top - k), top, k)
    steps = list(exact.data)
    left = epsilon
    while True:
        phases = [step for step in steps if step.operation.name == "cp"]
        if not phases:
            break
        least = min(phases, key=lambda step: step.operation.params[0])
        if least.operation.params[0] > left:
            break
        left -= least.operation.params[0]
        steps = [step for step in steps if step is not least]
    circuit = QuantumCircuit(n)
    for step in steps:
        circuit.append(step.operation, [exact.find_bit(qubit).index for qubit in step.qubits])
    return circuit
