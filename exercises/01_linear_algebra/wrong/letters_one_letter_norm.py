# task: letters
# why: Divides by 2 however many letters there are.
# fails: assert_implements wrong_value


def spell(matrix):
    letters = {"I": np.eye(2), "X": np.array([[0, 1], [1, 0]]), "Y": np.array([[0, -1j], [1j, 0]]), "Z": np.diag([1, -1])}
    found = {}
    for word in itertools.product(letters, repeat=len(matrix).bit_length() - 1):
        product = np.eye(1)
        for letter in word:
            product = np.kron(product, letters[letter])
        weight = np.trace(product @ matrix) / 2
        if abs(weight) > 1e-8:
            found["".join(word)] = weight
    return found
