# task: letters
# why: One change of basis for each letter, on an array with an axis per bit.


def spell(matrix):
    n = len(matrix).bit_length() - 1
    tensor = np.array(matrix, dtype=complex).reshape([2] * (2 * n))
    change = np.array([[[1, 0], [0, 1]], [[0, 1], [1, 0]], [[0, 1j], [-1j, 0]], [[1, 0], [0, -1]]]) / 2
    for letter in range(n):
        # row bit of this letter is the first axis that is left, its column bit stands n - letter later
        tensor = np.tensordot(change, tensor, axes=([1, 2], [letter, n]))
        tensor = np.moveaxis(tensor, 0, letter)
    return {
        "".join("IXYZ"[k] for k in place): tensor[tuple(place)]
        for place in np.argwhere(np.abs(tensor) > 1e-8)
    }
