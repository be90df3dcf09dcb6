# task: antidote
# why: Writes the channel as a transfer matrix; a twirl keeps its diagonal.
from qiskit.quantum_info import PTM, Kraus


def antidote(kraus, error):
    diagonal = np.diag(PTM(Kraus(kraus)).data).real
    hadamard = np.array([[1, 1], [1, -1]])
    order = [
        0,
        1,
        3,
        2,
    ]  # I, X, Z, Y go with the rows 00, 01, 10, 11 of two Hadamard matrices, in some order
    signs = np.kron(hadamard, hadamard)
    commuting = np.array([[1, 1, 1, 1], [1, 1, -1, -1], [1, -1, 1, -1], [1, -1, -1, 1]])
    assert sorted(map(tuple, signs)) == sorted(map(tuple, commuting)) and len(order) == 4
    weights = np.linalg.inv(commuting) @ (1 / diagonal)
    return list(weights), int(np.ceil((np.abs(weights).sum() / error) ** 2))
