# task: settle
# why: Plain gradient descent with momentum and shifts, then rounds of exact steps at the end.
def settle(energy, count):
    rng = np.random.default_rng(5)

    def moved(angles, k, s):
        other = np.array(angles, dtype=float)
        other[k] += s
        return other.tolist()

    def polish(angles, rounds):
        for _ in range(rounds):
            for k in range(count):
                zero, plus, minus = (
                    energy(moved(angles, k, s)) for s in (0.0, np.pi / 2, -np.pi / 2)
                )
                middle = (plus + minus) / 2
                best = math.atan2(-(plus - minus) / 2, -(zero - middle))
                angles = moved(angles, k, best)
        return angles

    results = []
    for _ in range(8):
        angles = polish(rng.normal(scale=2, size=count).tolist(), 4)
        step = np.zeros(count)
        for _ in range(5):
            slopes = [
                (energy(moved(angles, k, np.pi / 2)) - energy(moved(angles, k, -np.pi / 2))) / 2
                for k in range(count)
            ]
            step = 0.5 * step - 0.1 * np.array(slopes)
            angles = (np.array(angles) + step).tolist()
        angles = polish(angles, 8)
        results.append((energy(angles), angles))
    return min(results, key=lambda pair: pair[0])[1]
