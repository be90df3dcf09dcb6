# task: spectrum
# why: Builds the circuit and looks at the state.
def spectrum(values, theta):
    from qiskit.quantum_info import Statevector

    n = len(values).bit_length() - 1
    circuit = QuantumCircuit(n + 1)
    circuit.h(range(n))
    circuit.ry(theta, n)
    state = Statevector(circuit).data.reshape(2, -1).copy()  # row: output, column: x
    ones = np.flatnonzero(values)
    state[:, ones] = state[::-1, ones]
    after = QuantumCircuit(n + 1)
    after.h(range(n))
    return Statevector(state.ravel()).evolve(after).probabilities(list(range(n)))
