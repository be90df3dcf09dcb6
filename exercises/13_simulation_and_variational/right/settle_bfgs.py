# task: settle
# why: Gradient by shifts for SciPy, from several random starts.
def settle(energy, count):
    from scipy.optimize import minimize

    generator = np.random.default_rng(3)
    left = [400 * count]

    class Spent(Exception):
        pass

    def asked(angles):
        if left[0] <= 0:
            raise Spent
        left[0] -= 1
        return energy([float(x) for x in angles])

    def gradient(angles):
        result = []
        for k in range(count):
            shift = np.zeros(count)
            shift[k] = np.pi / 2
            result.append((asked(angles + shift) - asked(angles - shift)) / 2)
        return np.array(result)

    best = (np.inf, [0.0] * count)
    try:
        while True:
            start = generator.uniform(0, 2 * np.pi, count)
            found = minimize(asked, start, jac=gradient, method="BFGS", options={"maxiter": 40})
            best = min(best, (found.fun, found.x.tolist()))
    except Spent:
        return best[1]
