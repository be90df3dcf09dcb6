# task: bell_states
# why: Entangles with RXX, takes the phase i away, and moves on with gates on one qubit.
def bell_state(x, z):
    circuit = QuantumCircuit(2)
    circuit.rxx(np.pi / 2, 0, 1)
    circuit.s(0)
    for _ in range(z):
        circuit.z(0)
    for _ in range(x):
        circuit.x(1)
    return circuit
