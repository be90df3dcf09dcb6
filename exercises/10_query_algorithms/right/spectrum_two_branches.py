# task: spectrum
# why: Follows the two branches of the output qubit, |0> and |1>, and adds their probabilities.
def spectrum(values, theta):
    from scipy.linalg import hadamard

    size = len(values)
    table = hadamard(size)
    ones = np.array(values)
    a, b = np.cos(theta / 2), np.sin(theta / 2)
    in_zero = table @ np.where(ones == 1, b, a) / size
    in_one = table @ np.where(ones == 1, a, b) / size
    return in_zero**2 + in_one**2
