# task: accident
# why: Measures along Z instead of X.
# fails: assert_same_channel wrong_channel
def accident(miss, look, lose):
    plus, minus = np.diag([1, 0]), np.diag([0, 1])
    works = 1 - miss - look - lose
    return [
        np.sqrt(max(works, 0)) * np.diag([1, 1j]),
        np.sqrt(miss) * np.eye(2),
        np.sqrt(look) * plus,
        np.sqrt(look) * minus,
        np.sqrt(lose) * np.array([[1, 0], [0, 0]]),
        np.sqrt(lose) * np.array([[0, 1], [0, 0]]),
    ]
