# task: zero_noise
# why: Asks only whether the value lies outside the raw interval.
# fails: assert_close wrong_value
def zero_noise(factors, means, errors, degree):
    factors, means, errors = (np.asarray(x, dtype=float) for x in (factors, means, errors))
    design = factors[:, None] ** np.arange(degree + 1) / errors[:, None]
    weights = np.linalg.pinv(design)[0] / errors
    value = weights @ means
    error = np.sqrt(weights**2 @ errors**2)
    raw = int(np.argmin(abs(factors - 1)))
    shown = abs(value - means[raw]) > 2 * errors[raw]
    return float(value), float(error), bool(shown)
