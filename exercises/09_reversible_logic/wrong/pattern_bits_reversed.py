# task: pattern
# why: Reads y from the left.
# fails: assert_close wrong_value
def pattern(f, g):
    size = len(f)
    n = size.bit_length() - 1
    chances = np.zeros(size)
    for garbage in set(g):
        for y in range(size):
            amplitude = sum(
                (-1) ** (f[x] + (x & y).bit_count()) for x in range(size) if g[x] == garbage
            )
            chances[int(f"{y:0{n}b}"[::-1], 2)] += (amplitude / size) ** 2
    return chances
