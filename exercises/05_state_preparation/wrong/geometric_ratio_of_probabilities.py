# task: geometric
# why: Takes |r| as the ratio of the probabilities, not of the amplitudes.
# fails: assert_same_state wrong_amplitudes
def geometric(n, ratio):
    circuit = QuantumCircuit(n)
    for k in range(n):
        power = complex(ratio) ** 2**k
        circuit.ry(2 * np.arctan(np.sqrt(abs(power))), k)
        circuit.p(np.angle(power), k)
    return circuit
