# task: pattern
# why: Adds the amplitudes of the groups before squaring.
# fails: assert_close wrong_value
def pattern(f, g):
    size = len(f)
    amplitudes = np.zeros(size)
    for garbage in set(g):
        for y in range(size):
            amplitudes[y] += abs(
                sum((-1) ** (f[x] + (x & y).bit_count()) for x in range(size) if g[x] == garbage)
            )
    return amplitudes**2 / np.sum(amplitudes**2)
