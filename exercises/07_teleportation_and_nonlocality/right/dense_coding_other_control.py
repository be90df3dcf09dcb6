# task: dense_coding
# why: Bob decodes with the control on Alice's qubit and crosses the wires; the difference is a table of gates.
def encode(x, z, message):
    change = (int(message[0]) ^ z, int(message[1]) ^ x)
    gate = {(0, 0): "id", (0, 1): "x", (1, 0): "z", (1, 1): "y"}[change]
    circuit = QuantumCircuit(1)
    getattr(circuit, gate)(0)
    return circuit


def decode(x, z):
    circuit = QuantumCircuit(2, 2)
    circuit.cx(0, 1)
    circuit.h(0)
    circuit.measure([1, 0], [0, 1])
    return circuit


def two_bits(x, z):
    messages = ["00", "01", "10", "11"]
    return {message: encode(x, z, message) for message in messages}, decode(x, z)
