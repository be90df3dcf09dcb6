# task: chsh_players
# why: Writes down the observables and measures in their eigenvectors; works with X and Y and opposite signs.
def eigenbasis(observable):
    _, vectors = np.linalg.eigh(observable)
    circuit = QuantumCircuit(1)
    circuit.unitary(vectors[:, ::-1].conj().T, [0])
    return circuit


def alice_turns(question, theta):
    x, z = np.array([[0, 1], [1, 0]]), np.diag([1, -1])
    return eigenbasis(-x if question else -z)


def bob_turns(question, theta):
    x, z = np.array([[0, 1], [1, 0]]), np.diag([1, -1])
    s = np.sin(2 * theta)
    return eigenbasis(-(z + (-1) ** question * s * x) / np.sqrt(1 + s**2))


def players(theta):
    alice = [alice_turns(question, theta) for question in (0, 1)]
    bob = [bob_turns(question, theta) for question in (0, 1)]
    return alice, bob
