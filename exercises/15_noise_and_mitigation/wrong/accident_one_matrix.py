# task: accident
# why: Adds the four operations into a single matrix, as if they were amplitudes.
# fails: assert_same_channel not_trace_preserving
def accident(miss, look, lose):
    works = 1 - miss - look - lose
    total = np.sqrt(max(works, 0)) * np.diag([1, 1j]) + np.sqrt(miss) * np.eye(2)
    total = total + np.sqrt(look) * np.array([[0, 1], [1, 0]])
    total = total + np.sqrt(lose) * np.array([[1, 1], [0, 0]])
    return [total]
