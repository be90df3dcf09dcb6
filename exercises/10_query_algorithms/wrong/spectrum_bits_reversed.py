# task: spectrum
# why: Reads the outcome from left to right.
# fails: assert_implements wrong_value
def spectrum(values, theta):
    size = len(values)
    kicked = (1 - math.sin(theta)) / 2
    chances = np.zeros(size)
    chances[0] = 1 - kicked
    for z in range(size):
        amplitude = sum((-1) ** (values[x] ^ dot(z, x)) for x in range(size)) / size
        chances[z] += kicked * amplitude**2
    n = size.bit_length() - 1
    return [chances[int(format(z, f"0{n}b")[::-1], 2)] for z in range(size)]
