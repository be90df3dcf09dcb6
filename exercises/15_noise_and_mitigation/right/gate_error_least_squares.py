# task: gate_error
# why: SciPy's least_squares with bounds, from the best of several starting points.
from scipy.optimize import least_squares


def gate_error(lengths, reference, interleaved, qubits):
    m = np.array(lengths, dtype=float)
    found = []
    for shares in (reference, interleaved):
        shares = np.array(shares)
        fits = []
        for start in (0.15, 0.04, 0.01, 0.003, 0.001):
            fits.append(
                least_squares(
                    lambda v, shares=shares: v[0] * np.exp(-v[1] * m) + v[2] - shares,
                    [shares[0] - shares[-1], start, shares[-1]],
                    jac=lambda v: np.stack(
                        [np.exp(-v[1] * m), -m * v[0] * np.exp(-v[1] * m), m**0], axis=1
                    ),
                    x_scale="jac",
                    xtol=1e-15,
                    ftol=1e-15,
                    gtol=1e-15,
                    max_nfev=500,
                )
            )
        found.append(min(fits, key=lambda fit: fit.cost).x[1])
    d = 2**qubits
    return (d - 1) / d * (1 - np.exp(found[0] - found[1]))
