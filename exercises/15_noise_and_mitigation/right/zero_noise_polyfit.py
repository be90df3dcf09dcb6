# task: zero_noise
# why: NumPy's polyfit with weights and the unscaled covariance matrix.
def zero_noise(factors, means, errors, degree):
    weights = 1 / np.asarray(errors, dtype=float)
    if len(factors) == degree + 1:  # through all the points: a copy of each keeps polyfit content
        factors, means, weights = (
            list(factors) * 2,
            list(means) * 2,
            np.tile(weights, 2) / np.sqrt(2),
        )
    fit, covariance = np.polyfit(factors, means, degree, w=weights, cov="unscaled")
    raw = list(factors).index(1)
    spread = errors[raw]
    error = np.sqrt(covariance[-1, -1])
    return fit[-1], error, abs(fit[-1] - means[raw]) > 2 * error + 2 * spread
