# task: split_state
# why: Uses the singular value decomposition: a product has a single singular value that is not zero.
def split_state(amplitudes):
    u, sizes, v = np.linalg.svd(np.reshape(amplitudes, (2, 2)))
    if sizes[1] > 1e-4:
        return None
    return u[:, 0], v[0]
