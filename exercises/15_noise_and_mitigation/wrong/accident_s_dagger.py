# task: accident
# why: Takes the inverse of S.
# fails: assert_same_channel inverse
def accident(miss, look, lose):
    plus, minus = np.array([[1, 1], [1, 1]]) / 2, np.array([[1, -1], [-1, 1]]) / 2
    works = 1 - miss - look - lose
    return [
        np.sqrt(max(works, 0)) * np.diag([1, -1j]),
        np.sqrt(miss) * np.eye(2),
        np.sqrt(look) * plus,
        np.sqrt(look) * minus,
        np.sqrt(lose) * np.array([[1, 0], [0, 0]]),
        np.sqrt(lose) * np.array([[0, 1], [0, 0]]),
    ]
