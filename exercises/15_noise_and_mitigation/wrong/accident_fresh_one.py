# task: accident
# why: Puts the fresh atom in the state |1>.
# fails: assert_same_channel wrong_channel
def accident(miss, look, lose):
    plus, minus = np.array([[1, 1], [1, 1]]) / 2, np.array([[1, -1], [-1, 1]]) / 2
    works = 1 - miss - look - lose
    return [
        np.sqrt(max(works, 0)) * np.diag([1, 1j]),
        np.sqrt(miss) * np.eye(2),
        np.sqrt(look) * plus,
        np.sqrt(look) * minus,
        np.sqrt(lose) * np.array([[0, 0], [1, 0]]),
        np.sqrt(lose) * np.array([[0, 0], [0, 1]]),
    ]
