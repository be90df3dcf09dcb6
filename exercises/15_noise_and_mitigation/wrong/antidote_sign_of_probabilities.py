# task: antidote
# why: Changes the sign of the error probabilities, which is right to first order only.
# fails: assert_close wrong_value
def antidote(kraus, error):
    paulis = [
        np.eye(2),
        np.array([[0, 1], [1, 0]]),
        np.array([[0, -1j], [1j, 0]]),
        np.diag([1, -1]),
    ]
    chances = [sum(abs(np.trace(pauli @ k)) ** 2 for k in kraus) / 4 for pauli in paulis]
    weights = np.array([2 - chances[0], *(-c for c in chances[1:])])
    gamma = np.sum(np.abs(weights))
    return weights, math.ceil((gamma / error) ** 2)
