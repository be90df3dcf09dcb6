# task: intercept
# why: Uses the probabilities of both measurements, with the angle between axis and photon.
def intercept(q, theta, phi):
    to_z = np.cos(theta / 2) ** 2
    to_x = np.cos(np.arccos(np.clip(np.sin(theta) * np.cos(phi), -1, 1)) / 2) ** 2
    results = [q * 2 * p * (1 - p) for p in (to_z, to_x)]
    best = sum(max(p, 1 - p) for p in (to_z, to_x)) / 2
    return (*results, q * best + (1 - q) / 2)
