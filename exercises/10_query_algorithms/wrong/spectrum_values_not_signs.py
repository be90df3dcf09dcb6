# task: spectrum
# why: Transforms the values 0 and 1 instead of the signs.
# fails: assert_implements wrong_value
def spectrum(values, theta):
    size = len(values)
    kicked = (1 - math.sin(theta)) / 2
    chances = np.zeros(size)
    chances[0] = 1 - kicked
    for z in range(size):
        amplitude = sum(values[x] * (-1) ** dot(z, x) for x in range(size)) / size
        chances[z] += kicked * amplitude**2
    return chances
