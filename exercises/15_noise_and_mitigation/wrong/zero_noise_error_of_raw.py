# task: zero_noise
# why: Takes over the error of the raw measurement.
# fails: assert_close wrong_value
def zero_noise(factors, means, errors, degree):
    factors, means, errors = (np.asarray(x, dtype=float) for x in (factors, means, errors))
    design = factors[:, None] ** np.arange(degree + 1) / errors[:, None]
    weights = np.linalg.pinv(design)[0] / errors
    value = weights @ means
    error = errors[np.argmin(abs(factors - 1))]
    raw = int(np.argmin(abs(factors - 1)))
    shown = abs(value - means[raw]) > 2 * (error + errors[raw])
    return float(value), float(error), bool(shown)
