# task: spectrum
# why: Adds the amplitudes of the two branches, which are orthogonal.
# fails: assert_implements wrong_value
def spectrum(values, theta):
    size = len(values)
    kicked = math.sqrt((1 - math.sin(theta)) / 2)
    still = math.sqrt((1 + math.sin(theta)) / 2)
    chances = []
    for z in range(size):
        amplitude = sum((-1) ** (values[x] ^ dot(z, x)) for x in range(size)) / size
        chances.append((kicked * amplitude + still * (z == 0)) ** 2)
    return chances
