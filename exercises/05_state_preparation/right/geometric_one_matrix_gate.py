# task: geometric
# why: One general gate U on each qubit.
def geometric(n, ratio):
    circuit = QuantumCircuit(n)
    for k in range(n):
        size, phase = abs(ratio) ** (2**k), np.angle(ratio) * 2**k
        circuit.u(2 * np.arctan2(size, 1), phase, 0, k)
    return circuit
