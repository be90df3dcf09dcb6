# task: split_state
# why: Uses ad + bc as the test.
# fails: assert wrong_value
def split_state(amplitudes):
    a, b, c, d = amplitudes
    if abs(a * d + b * c) > 1e-6:
        return None
    u, _, v = np.linalg.svd(np.array([[a, b], [c, d]]))
    return u[:, 0], v[0]
