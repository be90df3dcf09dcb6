# task: dense_coding
# why: Alice encodes as if the pair were Φ+; Bob undoes the label before he reads.
def encode(x, z, message):
    left, right = message
    circuit = QuantumCircuit(1)
    if left == "1":
        circuit.z(0)
    if right == "1":
        circuit.x(0)
    return circuit


def decode(x, z):
    circuit = QuantumCircuit(2, 2)
    for _ in range(x):
        circuit.x(1)
    for _ in range(z):
        circuit.z(0)
    circuit.compose(shared_pair(0, 0).inverse(), inplace=True)
    circuit.measure_all(add_bits=False)
    return circuit


def two_bits(x, z):
    messages = ["00", "01", "10", "11"]
    return {message: encode(x, z, message) for message in messages}, decode(x, z)
