# task: split_state
# why: Compares the determinant with exactly zero and rejects products that have rounding errors.
# fails: assert wrong_value
def split_state(amplitudes):
    a, b, c, d = amplitudes
    if a * d - b * c != 0:
        return None
    u, _, v = np.linalg.svd(np.array([[a, b], [c, d]]))
    return u[:, 0], v[0]
