# task: echo
# why: Maximises the likelihood; the error comes from the second derivative that theory gives.
from scipy.optimize import minimize_scalar


def echo(delays, zeros, shots):
    t, k = np.array(delays, dtype=float), np.array(zeros)

    def cost(log_lifetime):
        p = (1 + np.exp(-t / np.exp(log_lifetime))) / 2
        return -np.sum(k * np.log(p) + (shots - k) * np.log1p(-p))

    middle = np.log(np.mean(t))
    found = minimize_scalar(
        cost, bounds=(middle - 3, middle + 3), method="bounded", options={"xatol": 1e-9}
    )
    lifetime = np.exp(found.x)
    p = (1 + np.exp(-t / lifetime)) / 2
    slope = np.exp(-t / lifetime) * t / (2 * lifetime**2)
    return lifetime, 1 / np.sqrt(np.sum(shots * slope**2 / (p * (1 - p))))
