# task: zero_noise
# why: The fit is linear: finds its weights by fitting one unit vector after the other.
def zero_noise(factors, means, errors, degree):
    sigma = np.array(errors, dtype=float)
    design = np.stack([np.array(factors, dtype=float) ** j for j in range(degree + 1)], axis=1)

    def at_zero(values):
        return np.linalg.lstsq(design / sigma[:, None], values / sigma, rcond=None)[0][0]

    weights = [at_zero(unit) for unit in np.eye(len(sigma))]
    value = sum(w * y for w, y in zip(weights, means, strict=True))
    error = math.sqrt(sum((w * s) ** 2 for w, s in zip(weights, errors, strict=True)))
    for factor, mean, s in zip(factors, means, errors, strict=True):
        if factor == 1:
            low, high = sorted(
                [(value - 2 * error, value + 2 * error), (mean - 2 * s, mean + 2 * s)]
            )
    return value, error, high[0] > low[1]
