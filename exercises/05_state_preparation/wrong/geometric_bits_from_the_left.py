# task: geometric
# why: Gives the largest power to qubit 0.
# fails: assert_same_state qubit_order_reversed
def geometric(n, ratio):
    circuit = QuantumCircuit(n)
    for k in range(n):
        power = complex(ratio) ** 2 ** (n - 1 - k)
        circuit.ry(2 * np.arctan(abs(power)), k)
        circuit.p(np.angle(power), k)
    return circuit
