# task: best_guess
# why: Measures along the first state, so that it is never missed.
# fails: assert_close wrong_value


def next_angle(alpha, beta, prior, outcomes):
    return alpha
