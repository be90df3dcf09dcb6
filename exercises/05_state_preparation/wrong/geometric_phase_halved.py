# task: geometric
# why: Turns by half the phase, as if P had the angle theta / 2.
# fails: assert_same_state relative_phase
def geometric(n, ratio):
    circuit = QuantumCircuit(n)
    for k in range(n):
        power = complex(ratio) ** 2**k
        circuit.ry(2 * np.arctan(abs(power)), k)
        circuit.p(np.angle(power) / 2, k)
    return circuit
