# task: accident
# why: Keeps only the outcome + of the field.
# fails: assert_same_channel not_trace_preserving
def accident(miss, look, lose):
    plus = np.array([[1, 1], [1, 1]]) / 2
    works = 1 - miss - look - lose
    return [
        np.sqrt(max(works, 0)) * np.diag([1, 1j]),
        np.sqrt(miss) * np.eye(2),
        np.sqrt(look) * plus,
        np.sqrt(lose) * np.array([[1, 0], [0, 0]]),
        np.sqrt(lose) * np.array([[0, 1], [0, 0]]),
    ]
