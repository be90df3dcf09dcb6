# task: split_state
# why: Calls a state a product if its outcomes are independent; phases can entangle.
# fails: assert_close wrong_type
def split_state(amplitudes):
    square = np.array(amplitudes).reshape(2, 2)
    weights = np.abs(square) ** 2
    if not np.allclose(weights, np.outer(weights.sum(axis=1), weights.sum(axis=0))):
        return None
    u, _, v = np.linalg.svd(square)
    return u[:, 0], v[0]
