# task: amplify
# why: A Toeplitz matrix is a convolution: takes a part of it.
def amplify(bits, entropy, epsilon, seed):
    length = 0
    while 0.5 * 2 ** ((length + 1 - entropy) / 2) <= epsilon:
        length += 1
    if not length:
        return []
    n = len(bits)
    whole = np.convolve(bits, seed[: n + length - 1])
    return [int(value) % 2 for value in whole[n - 1 : n - 1 + length]]
