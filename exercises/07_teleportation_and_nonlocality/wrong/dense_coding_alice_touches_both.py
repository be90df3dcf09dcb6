# task: dense_coding
# why: Alice writes her bits into both qubits; but she holds only one.
# fails: assert_budget budget_exceeded
def encode(x, z, message):
    circuit = QuantumCircuit(2)
    if int(message[1]) != x:
        circuit.x(0)
    if int(message[0]) != z:
        circuit.z(1)
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
