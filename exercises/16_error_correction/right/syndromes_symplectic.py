# task: syndromes
# why: Writes every operator as two rows of bits and multiplies the matrices modulo 2.
def syndromes(generators, errors):
    if not errors:
        return []

    def halves(words):
        letters = np.array([list(word) for word in words])
        return np.isin(letters, ["X", "Y"]).astype(int), np.isin(letters, ["Z", "Y"]).astype(int)

    gx, gz = halves(generators)
    ex, ez = halves(errors)
    return ((ex @ gz.T + ez @ gx.T) % 2).tolist()
