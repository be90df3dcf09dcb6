# task: dense_coding
# why: The label of the pair is taken out of the two bits after they have been decoded.
def encode(x, z, message):
    number = int(message, 2)
    circuit = QuantumCircuit(1)
    circuit.rx(np.pi * (number & 1), 0)
    circuit.rz(np.pi * (number >> 1), 0)
    return circuit


def decode(x, z):
    circuit = QuantumCircuit(2)
    circuit.cx(1, 0)
    circuit.h(1)
    if x:
        circuit.x(0)
    if z:
        circuit.x(1)
    circuit.measure_all()
    return circuit


def two_bits(x, z):
    messages = ["00", "01", "10", "11"]
    return {message: encode(x, z, message) for message in messages}, decode(x, z)
