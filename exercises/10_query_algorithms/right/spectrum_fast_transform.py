# task: spectrum
# why: The Walsh transform by butterflies.
def spectrum(values, theta):
    wave = [1.0 - 2 * value for value in values]
    step = 1
    while step < len(wave):
        for start in range(0, len(wave), 2 * step):
            for k in range(start, start + step):
                wave[k], wave[k + step] = wave[k] + wave[k + step], wave[k] - wave[k + step]
        step *= 2
    weight = math.sin(math.pi / 4 - theta / 2) ** 2
    chances = [weight * (one / len(wave)) ** 2 for one in wave]
    chances[0] += math.cos(math.pi / 4 - theta / 2) ** 2
    return chances
