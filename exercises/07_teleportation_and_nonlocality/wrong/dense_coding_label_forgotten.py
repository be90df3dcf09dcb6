# task: dense_coding
# why: The protocol for Φ+, whatever the pair is.
# fails: assert_distribution impossible_outcome
def encode(x, z, message):
    circuit = QuantumCircuit(1)
    if message[1] == "1":
        circuit.x(0)
    if message[0] == "1":
        circuit.z(0)
    return circuit


def decode(x, z):
    circuit = QuantumCircuit(2, 2)
    circuit.cx(1, 0)
    circuit.h(1)
    circuit.measure([0, 1], [0, 1])
    return circuit


def two_bits(x, z):
    messages = ["00", "01", "10", "11"]
    return {message: encode(x, z, message) for message in messages}, decode(x, z)
