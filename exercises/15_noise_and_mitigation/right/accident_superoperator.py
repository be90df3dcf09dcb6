# task: accident
# why: Adds superoperators, weighted with the probabilities.
def accident(miss, look, lose):
    def acting(*kraus):
        return sum(np.kron(np.conj(k), k) for k in kraus)

    ends = np.array([[1, 1], [1, -1]]) / np.sqrt(2)
    up, down = np.array([[1, 0], [0, 0]]), np.array([[0, 1], [0, 0]])
    total = (1 - miss - look - lose) * acting(np.diag([1, 1j]))
    total = total + miss * acting(np.eye(2))
    total = total + look * acting(*(np.outer(end, end) for end in ends))
    return SuperOp(total + lose * acting(up, down))
