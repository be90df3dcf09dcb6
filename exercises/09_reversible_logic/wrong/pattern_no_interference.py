# task: pattern
# why: Thinks that any garbage destroys all interference.
# fails: assert_close wrong_value
def pattern(f, g):
    size = len(f)
    if len(set(g)) > 1:
        return np.full(size, 1 / size)
    return np.array(
        [
            (sum((-1) ** (f[x] + (x & y).bit_count()) for x in range(size)) / size) ** 2
            for y in range(size)
        ]
    )
