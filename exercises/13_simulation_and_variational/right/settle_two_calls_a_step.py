# task: settle
# why: Rotosolve with two new calls a step: the energy at the minimum is known from the curve.
def settle(energy, count):
    rng = np.random.default_rng(11)
    candidates = []
    for _ in range(11):
        angles = list(rng.uniform(0, 2 * np.pi, count))
        here = energy(list(angles))
        for _ in range(15):
            for k in range(count):
                old = angles[k]
                angles[k] = old + 2 * np.pi / 3
                second = energy(list(angles))
                angles[k] = old - 2 * np.pi / 3
                third = energy(list(angles))
                # three points, evenly spread, give mean, cosine and sine
                mean = (here + second + third) / 3
                cosine = 2 / 3 * (here - (second + third) / 2)
                sine = (second - third) / np.sqrt(3)
                angles[k] = old + math.atan2(sine, cosine) + np.pi
                here = mean - math.hypot(cosine, sine)
        candidates.append((energy(list(angles)), [float(x) for x in angles]))
    return min(candidates)[1]
