# task: most_likely
# why: Climbs once over the whole interval and may stop at a lower summit.
# fails: assert_implements wrong_value
def most_likely(runs):
    def minus_log(theta):
        total = 0.0
        for k, n, h in runs:
            good = np.sin((2 * k + 1) * theta) ** 2
            total -= xlogy(h, good) + xlogy(n - h, 1 - good)
        return total

    found = minimize_scalar(
        minus_log, bounds=(0, np.pi / 2), method="bounded", options={"xatol": 1e-9}
    )
    return float(np.sin(found.x) ** 2)
