# task: geometric
# why: A register of one qubit less for the square of the ratio, moved up by one qubit.
def geometric(n, ratio):
    circuit = QuantumCircuit(n)
    if n > 1:
        circuit.compose(geometric(n - 1, complex(ratio) ** 2), range(1, n), inplace=True)
    circuit.ry(2 * np.arctan2(abs(ratio), 1), 0)
    circuit.rz(np.angle(ratio), 0)
    return circuit
