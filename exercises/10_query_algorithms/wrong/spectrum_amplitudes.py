# task: spectrum
# why: Gives amplitudes: forgets to square.
# fails: assert_implements wrong_value
def spectrum(values, theta):
    size = len(values)
    kicked = (1 - math.sin(theta)) / 2
    chances = np.zeros(size)
    chances[0] = 1 - kicked
    for z in range(size):
        amplitude = sum((-1) ** (values[x] ^ dot(z, x)) for x in range(size)) / size
        chances[z] += kicked * amplitude
    return chances
