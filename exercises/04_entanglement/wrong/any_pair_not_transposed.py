# task: any_pair
# why: Uses the right factor of the decomposition without transposing it.
# fails: assert_same_state wrong_amplitudes
def settings(amplitudes):
    u, sizes, v = np.linalg.svd(np.array(amplitudes).reshape(2, 2))
    return 2 * np.arctan2(sizes[1], sizes[0]), u, v
