# task: any_pair
# why: Takes the conjugate transpose, as if NumPy returned V and not its adjoint.
# fails: assert_same_state relative_phase
def settings(amplitudes):
    u, sizes, v = np.linalg.svd(np.array(amplitudes).reshape(2, 2))
    return 2 * np.arctan2(sizes[1], sizes[0]), u, v.conj().T
