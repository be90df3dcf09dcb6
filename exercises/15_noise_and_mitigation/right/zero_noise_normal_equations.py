# task: zero_noise
# why: Solves the normal equations.
def zero_noise(factors, means, errors, degree):
    design = np.vander(factors, degree + 1)
    precision = np.diag(1 / np.array(errors, dtype=float) ** 2)
    covariance = np.linalg.inv(design.T @ precision @ design)
    value = (covariance @ design.T @ precision @ np.array(means))[-1]
    error = covariance[-1, -1] ** 0.5
    k = list(factors).index(1)
    apart = (
        value - 2 * error > means[k] + 2 * errors[k] or value + 2 * error < means[k] - 2 * errors[k]
    )
    return value, error, apart
