# task: amplify
# why: Lets SciPy build the matrix from its first column and first row.
from scipy.linalg import toeplitz


def amplify(bits, entropy, epsilon, seed):
    length = int(np.floor(entropy - 2 * np.log2(1 / (2 * epsilon))))
    if length < 1:
        return []
    n = len(bits)
    matrix = toeplitz(seed[n - 1 : n - 1 + length], seed[:n][::-1])
    return (matrix @ np.array(bits) % 2).tolist()
