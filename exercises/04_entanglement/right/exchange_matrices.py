# task: exchange
# why: Gives the change of basis as a matrix of one qubit.
def exchange(n, a, b):
    pair = sorted([a, b])
    turn = np.array([[1, 1], [1, -1]]) / np.sqrt(2)
    circuit = QuantumCircuit(n)
    circuit.cx(*pair)
    for qubit in pair:
        circuit.unitary(turn, [qubit])
    circuit.cx(*pair)
    for qubit in pair:
        circuit.unitary(turn, [qubit])
    circuit.cx(*pair)
    return circuit
