# task: geometric
# why: Turns about X and then about Z, with a quarter turn for the phase -i of RX.
def geometric(n, ratio):
    circuit = QuantumCircuit(n)
    for k in range(n):
        power = np.power(complex(ratio), 2**k)
        circuit.rx(2 * np.arccos(1 / np.sqrt(1 + abs(power) ** 2)), k)
        circuit.rz(np.angle(power) + np.pi / 2, k)
    return circuit
