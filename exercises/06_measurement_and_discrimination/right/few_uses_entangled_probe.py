# task: few_uses
# why: All uses at once, one on each qubit of an entangled probe: a triangle of phases that sums to 0.
def few_uses(unknown, theta, uses):
    # weights of the phases 1, e^{i (N-1) theta}, e^{i N theta} with sum 0
    steps = np.array([0, uses - 1, uses])
    if uses == 1:
        weights = np.array([0.5, 0, 0.5])
    else:
        phases = np.exp(1j * theta * steps)
        matrix = np.array([np.ones(3), phases.real, phases.imag])
        weights = np.clip(np.linalg.solve(matrix, [1, 0, 0]), 0, None)
    weights = weights / weights.sum()
    probe = np.zeros(2**uses)
    np.add.at(probe, 2**steps - 1, weights)  # k qubits are 1
    probe = np.sqrt(probe)
    prepare = QuantumCircuit(uses)
    prepare.prepare_state(Statevector(probe), range(uses))
    circuit = QuantumCircuit(uses + 1, 1)
    circuit.compose(prepare, range(uses), inplace=True)
    for qubit in range(uses):
        circuit.append(unknown, [qubit])
    circuit.compose(prepare.inverse(), range(uses), inplace=True)
    circuit.x(uses)
    circuit.mcx(list(range(uses)), uses, ctrl_state=0)  # all 0: the probe has not changed
    circuit.measure(uses, 0)
    return circuit
