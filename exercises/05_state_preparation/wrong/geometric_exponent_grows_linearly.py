# task: geometric
# why: Uses the powers 1, 2, 3 ... instead of 1, 2, 4 ...
# fails: assert_same_state relative_phase
def geometric(n, ratio):
    circuit = QuantumCircuit(n)
    for k in range(n):
        power = complex(ratio) ** (k + 1)
        circuit.ry(2 * np.arctan(abs(power)), k)
        circuit.p(np.angle(power), k)
    return circuit
