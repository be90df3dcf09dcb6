# task: reach
# why: Lets SciPy find the threshold, and solves for the ratio of dark counts to photons.
from scipy.optimize import brentq


def reach(loss, efficiency, dark, flips, inefficiency):
    def secret(q):
        return 1 + (1 + inefficiency) * (q * np.log2(q) + (1 - q) * np.log2(1 - q))

    limit = brentq(secret, 1e-9, 0.4999, xtol=1e-15)
    if limit <= flips:
        return 0.0
    noise = (limit - flips) / (0.5 - limit)  # dark clicks for each photon, at the end
    detected = 1 / (1 + noise / dark)
    if detected >= efficiency:
        return 0.0
    return 10 * math.log(efficiency / detected, 10) / loss
