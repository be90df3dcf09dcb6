# task: accident
# why: Lets the gate happen besides the loss of the pulse: S on the identity branch too.
# fails: assert_same_channel wrong_channel
def accident(miss, look, lose):
    plus, minus = np.array([[1, 1], [1, 1]]) / 2, np.array([[1, -1], [-1, 1]]) / 2
    works = 1 - miss - look - lose
    return [
        np.sqrt(max(works, 0)) * np.diag([1, 1j]),
        np.sqrt(miss) * np.diag([1, 1j]),
        np.sqrt(look) * plus,
        np.sqrt(look) * minus,
        np.sqrt(lose) * np.array([[1, 0], [0, 0]]),
        np.sqrt(lose) * np.array([[0, 1], [0, 0]]),
    ]
