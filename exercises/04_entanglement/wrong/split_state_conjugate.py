# task: split_state
# why: Conjugates one of the two parts, as for a column of an adjoint matrix.
# fails: assert_same_state conjugate
def split_state(amplitudes):
    square = np.array(amplitudes).reshape(2, 2)
    u, sizes, v = np.linalg.svd(square)
    if sizes[1] > 1e-4:
        return None
    return u[:, 0], v[0].conj()
