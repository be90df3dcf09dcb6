# task: geometric
# why: Applies the conjugate phases.
# fails: assert_same_state conjugate
def geometric(n, ratio):
    circuit = QuantumCircuit(n)
    for k in range(n):
        power = complex(ratio) ** 2**k
        circuit.ry(2 * np.arctan(abs(power)), k)
        circuit.p(-np.angle(power), k)
    return circuit
