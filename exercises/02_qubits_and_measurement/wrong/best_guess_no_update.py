# task: best_guess
# why: Repeats the best first measurement and learns nothing from the outcomes.
# fails: assert_close wrong_value


def next_angle(alpha, beta, prior, outcomes):
    p, q = prior, 1 - prior
    return 0.5 * np.arctan2(
        p * np.sin(2 * alpha) - q * np.sin(2 * beta),
        p * np.cos(2 * alpha) - q * np.cos(2 * beta),
    )
