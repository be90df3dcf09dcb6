# task: best_guess
# why: Measures halfway between the states, as if both were equally likely.
# fails: assert_close wrong_value


def next_angle(alpha, beta, prior, outcomes):
    p, q = 0.5, 0.5

    def best_angle(p, q):
        return 0.5 * np.arctan2(
            p * np.sin(2 * alpha) - q * np.sin(2 * beta),
            p * np.cos(2 * alpha) - q * np.cos(2 * beta),
        )

    for outcome in outcomes:
        found = best_angle(p, q) + outcome * np.pi / 2
        p *= np.cos(found - alpha) ** 2
        q *= np.cos(found - beta) ** 2
    return best_angle(p, q)
