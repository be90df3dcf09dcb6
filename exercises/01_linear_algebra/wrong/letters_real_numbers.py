# task: letters
# why: Keeps the real parts, as for a Hermitian matrix.
# fails: assert_implements wrong_value


def spell(matrix):
    letters = {"I": np.eye(2), "X": np.array([[0, 1], [1, 0]]), "Y": np.array([[0, -1j], [1j, 0]]), "Z": np.diag([1, -1])}
    size = len(matrix)
    found = {}
    for word in itertools.product(letters, repeat=size.bit_length() - 1):
        product = np.eye(1)
        for letter in word:
            product = np.kron(product, letters[letter])
        weight = np.trace(product @ matrix).real / size
        if abs(weight) > 1e-8:
            found["".join(word)] = weight
    return found
