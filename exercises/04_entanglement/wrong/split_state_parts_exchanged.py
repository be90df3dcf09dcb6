# task: split_state
# why: Returns the state of qubit 0 first.
# fails: assert_same_state qubit_order_reversed
def split_state(amplitudes):
    square = np.array(amplitudes).reshape(2, 2)
    if abs(np.linalg.det(square)) > 1e-6:
        return None
    u, _, v = np.linalg.svd(square)
    return v[0], u[:, 0]
