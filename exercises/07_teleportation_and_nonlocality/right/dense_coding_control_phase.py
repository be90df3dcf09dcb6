# task: dense_coding
# why: Reads with CZ between Hadamard gates, and builds Alice's gate as a matrix.
def encode(x, z, message):
    gate = np.eye(2)
    if (int(message, 2) % 2 + x) % 2:
        gate = np.array([[0, 1], [1, 0]]) @ gate
    if (int(message, 2) // 2 + z) % 2:
        gate = np.diag([1, -1]) @ gate
    circuit = QuantumCircuit(1)
    circuit.unitary(gate, [0])
    return circuit


def decode(x, z):
    circuit = QuantumCircuit(2, 2)
    circuit.h(0)
    circuit.cz(0, 1)
    circuit.h([0, 1])
    circuit.measure(1, 1)
    circuit.measure(0, 0)
    return circuit


def two_bits(x, z):
    messages = ["00", "01", "10", "11"]
    return {message: encode(x, z, message) for message in messages}, decode(x, z)
