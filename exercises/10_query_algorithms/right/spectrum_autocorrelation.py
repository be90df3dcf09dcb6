# task: spectrum
# why: The squared spectrum is the transform of the autocorrelation.
def spectrum(values, theta):
    size = len(values)
    signs = [(-1) ** value for value in values]
    kicked = 0.5 - 0.5 * math.sin(theta)
    chances = []
    for z in range(size):
        total = 0
        for shift in range(size):
            agree = sum(signs[x] * signs[x ^ shift] for x in range(size))
            total += (-1) ** ((z & shift).bit_count()) * agree
        chances.append(kicked * total / size**2)
    chances[0] += 1 - kicked
    return np.array(chances)
