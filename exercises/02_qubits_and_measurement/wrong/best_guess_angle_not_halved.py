# task: best_guess
# why: Forgets that the formula gives twice the angle.
# fails: assert_close wrong_value


def next_angle(alpha, beta, prior, outcomes):
    def best_angle(p, q):
        return np.arctan2(
            p * np.sin(2 * alpha) - q * np.sin(2 * beta),
            p * np.cos(2 * alpha) - q * np.cos(2 * beta),
        )

    p, q = prior, 1 - prior
    for outcome in outcomes:
        found = best_angle(p, q) + outcome * np.pi / 2
        p *= np.cos(found - alpha) ** 2
        q *= np.cos(found - beta) ** 2
    return best_angle(p, q)
