# task: antidote
# why: Forgets to invert the shrinking factors.
# fails: assert_close wrong_value
def antidote(kraus, error):
    paulis = [
        np.eye(2),
        np.array([[0, 1], [1, 0]]),
        np.array([[0, -1j], [1j, 0]]),
        np.diag([1, -1]),
    ]
    chances = [sum(abs(np.trace(pauli @ k)) ** 2 for k in kraus) / 4 for pauli in paulis]
    signs = np.array([[1, 1, 1, 1], [1, 1, -1, -1], [1, -1, 1, -1], [1, -1, -1, 1]])
    weights = signs @ (signs @ np.array(chances)) / 4
    gamma = np.sum(np.abs(weights))
    return weights, math.ceil((gamma / error) ** 2)
