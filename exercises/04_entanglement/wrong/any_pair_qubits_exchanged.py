# task: any_pair
# why: Gives the gate of qubit 1 to qubit 0 and the reverse.
# fails: assert_same_state qubit_order_reversed
def settings(amplitudes):
    u, sizes, v = np.linalg.svd(np.array(amplitudes).reshape(2, 2))
    return 2 * np.arctan2(sizes[1], sizes[0]), v.T, u
