# task: never_wrong
# why: The rotation fires on the control 0; the flag is measured first.
def never_wrong(theta):
    from qiskit.circuit.library import RYGate

    circuit = QuantumCircuit(2, 2)
    gamma = 2 * np.arccos(np.tan(theta))
    circuit.append(RYGate(gamma).control(1, ctrl_state=0), [0, 1])
    circuit.measure(1, 1)
    circuit.h(0)
    circuit.measure(0, 0)
    return circuit
