# task: any_pair
# why: Takes the smaller Schmidt coefficient first and undoes the exchange by permuting columns.
def settings(amplitudes):
    u, sizes, v = np.linalg.svd(np.reshape(amplitudes, (2, 2)))
    theta = 2 * np.arctan2(sizes[0], sizes[1])
    return theta, u[:, [1, 0]], v[[1, 0]].T
