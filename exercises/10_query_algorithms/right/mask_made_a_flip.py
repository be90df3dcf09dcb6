# task: mask
# why: Turns V into X by a change of basis on both sides of the box, then uses |->.
def mask(oracle, n, place, gate):
    values, vectors = np.linalg.eig(np.array(gate))
    vectors = vectors[:, np.argsort(-values.real)]  # +1 first
    change = vectors @ np.array([[1, 1], [1, -1]]) / np.sqrt(2)  # |+>, |-> to the eigenvectors
    order = [qubit if qubit < place else qubit + 1 for qubit in range(n)]
    circuit = QuantumCircuit(n + 1, n)
    circuit.x(place)
    circuit.h(range(n + 1))
    circuit.unitary(change, [place])
    circuit.append(oracle, range(n + 1))
    circuit.unitary(change.conj().T, [place])
    circuit.h(range(n + 1))
    circuit.measure(order, range(n))
    return circuit
