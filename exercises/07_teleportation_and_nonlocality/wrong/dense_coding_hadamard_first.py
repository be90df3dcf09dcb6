# task: dense_coding
# why: The two gates of the Bell measurement in the order in which the pair is made.
# fails: assert_distribution impossible_outcome
def encode(x, z, message):
    circuit = QuantumCircuit(1)
    if int(message[1]) != x:
        circuit.x(0)
    if int(message[0]) != z:
        circuit.z(0)
    return circuit


def decode(x, z):
    circuit = QuantumCircuit(2, 2)
    circuit.h(1)
    circuit.cx(1, 0)
    circuit.measure([0, 1], [0, 1])
    return circuit


def two_bits(x, z):
    messages = ["00", "01", "10", "11"]
    return {message: encode(x, z, message) for message in messages}, decode(x, z)
