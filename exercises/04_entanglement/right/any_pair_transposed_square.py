# task: any_pair
# why: Works with the transposed square, in which qubit 0 is the row, and with a negative angle.
def settings(amplitudes):
    square = np.array([[amplitudes[0], amplitudes[2]], [amplitudes[1], amplitudes[3]]])
    u, sizes, v = np.linalg.svd(square)
    sign = np.diag([1, -1])
    return -2 * np.arcsin(sizes[1]), v.T @ sign, u
