# task: any_pair
# why: Forgets the factor 2 in the angle.
# fails: assert_same_state wrong_amplitudes
def settings(amplitudes):
    u, sizes, v = np.linalg.svd(np.array(amplitudes).reshape(2, 2))
    return np.arctan2(sizes[1], sizes[0]), u, v.T
