# task: pattern
# why: Normalises the amplitude by the square root of the number of inputs.
# fails: assert_close wrong_value
def pattern(f, g):
    size = len(f)
    chances = np.zeros(size)
    for garbage in set(g):
        for y in range(size):
            amplitude = sum(
                (-1) ** (f[x] + (x & y).bit_count()) for x in range(size) if g[x] == garbage
            )
            chances[y] += (amplitude / np.sqrt(size)) ** 2
    return chances
