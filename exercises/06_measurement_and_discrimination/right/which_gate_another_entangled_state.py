# task: which_gate
# why: Another state with the greatest entanglement; lets Qiskit compute what each gate makes of it.
def which_gate(unknown, gates):
    start = QuantumCircuit(2)
    start.h([0, 1])
    start.cz(0, 1)
    start.rx(0.4, 1)
    states = []
    for gate in gates:
        trial = start.copy()
        trial.append(UnitaryGate(gate), [0])
        states.append(Statevector(trial).data)
    circuit = QuantumCircuit(2, 2)
    circuit.compose(start, inplace=True)
    circuit.append(unknown, [0])
    circuit.unitary(np.conj(states), [0, 1])
    circuit.measure([0, 1], [0, 1])
    return circuit
