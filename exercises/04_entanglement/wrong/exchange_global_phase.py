# task: exchange
# why: Makes each Hadamard gate from rotations; each brings a phase of its own, and the sum of the four is forgotten.
# fails: assert_same_unitary global_phase
def exchange(n, a, b):
    low, high = sorted((a, b))
    circuit = QuantumCircuit(n)

    def change_basis():
        for qubit in (low, high):
            circuit.ry(np.pi / 2, qubit)
            circuit.rx(np.pi, qubit)

    circuit.cx(low, high)
    change_basis()
    circuit.cx(low, high)
    change_basis()
    circuit.rz(2 * np.pi, low)
    circuit.cx(low, high)
    return circuit
