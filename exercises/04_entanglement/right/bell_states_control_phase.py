# task: bell_states
# why: Uses CZ between Hadamard gates and rotations in the place of X and Z; the global phase differs.
def bell_state(x, z):
    circuit = QuantumCircuit(2)
    circuit.h([0, 1])
    circuit.cz(0, 1)
    circuit.h(0)
    circuit.rx(np.pi * x, 0)
    circuit.rz(np.pi * z, 0)
    return circuit
