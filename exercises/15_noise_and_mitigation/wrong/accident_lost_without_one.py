# task: accident
# why: Forgets what becomes of |1> when the qubit is lost.
# fails: assert_same_channel not_trace_preserving
def accident(miss, look, lose):
    plus, minus = np.array([[1, 1], [1, 1]]) / 2, np.array([[1, -1], [-1, 1]]) / 2
    works = 1 - miss - look - lose
    return [
        np.sqrt(max(works, 0)) * np.diag([1, 1j]),
        np.sqrt(miss) * np.eye(2),
        np.sqrt(look) * plus,
        np.sqrt(look) * minus,
        np.sqrt(lose) * np.array([[1, 0], [0, 0]]),
    ]
