# task: letters
# why: Splits the matrix into four quarters, one letter after the other.


def spell(matrix):
    matrix = np.array(matrix, dtype=complex)
    if matrix.shape == (1, 1):
        return {"": matrix[0, 0]}
    half = len(matrix) // 2
    a, b = matrix[:half, :half], matrix[:half, half:]
    c, d = matrix[half:, :half], matrix[half:, half:]
    parts = {"I": (a + d) / 2, "X": (b + c) / 2, "Y": 1j * (b - c) / 2, "Z": (a - d) / 2}
    found = {}
    for letter, part in parts.items():
        if np.max(np.abs(part)) > 1e-8:
            for word, number in spell(part).items():
                if abs(number) > 1e-8:
                    found[letter + word] = number
    return found
