# task: accident
# why: Takes the probabilities themselves as factors, though a Kraus matrix enters twice.
# fails: assert_same_channel not_trace_preserving
def accident(miss, look, lose):
    plus, minus = np.array([[1, 1], [1, 1]]) / 2, np.array([[1, -1], [-1, 1]]) / 2
    works = 1 - miss - look - lose
    return [
        works * np.diag([1, 1j]),
        miss * np.eye(2),
        look * plus,
        look * minus,
        lose * np.array([[1, 0], [0, 0]]),
        lose * np.array([[0, 1], [0, 0]]),
    ]
