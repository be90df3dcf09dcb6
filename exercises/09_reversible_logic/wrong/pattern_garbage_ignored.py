# task: pattern
# why: Adds all amplitudes as if there were no garbage.
# fails: assert_close wrong_value
def pattern(f, g):
    size = len(f)
    total = []
    for y in range(size):
        amplitude = sum((-1) ** (f[x] + (x & y).bit_count()) for x in range(size)) / size
        total.append(amplitude**2)
    return np.array(total)
