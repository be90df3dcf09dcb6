# task: spectrum
# why: Takes the probabilities of 0 and 1 of the output qubit for those of + and -.
# fails: assert_implements wrong_value
def spectrum(values, theta):
    size = len(values)
    kicked = math.sin(theta / 2) ** 2
    chances = np.zeros(size)
    chances[0] = 1 - kicked
    for z in range(size):
        amplitude = sum((-1) ** (values[x] ^ dot(z, x)) for x in range(size)) / size
        chances[z] += kicked * amplitude**2
    return chances
