# task: any_pair
# why: Keeps the real part of the amplitudes, as in examples without phases.
# fails: assert_same_state wrong_state
def settings(amplitudes):
    u, sizes, v = np.linalg.svd(np.real(amplitudes).reshape(2, 2))
    return 2 * np.arctan2(sizes[1], sizes[0]), u, v.T
