# task: certify
# why: Puts the counts into an array and lets SciPy compute the entropies.
from scipy.special import entr


def certify(tests, key, k):
    words = ["00", "01", "10", "11"]
    table = np.array([[[c.get(w, 0) for w in words] for c in row] for row in tests], dtype=float)
    shots = table.sum(axis=2)
    e = table @ np.array([1, -1, -1, 1]) / shots
    s = np.sum(e * [[1, 1], [1, -1]]) - k * np.sqrt(np.sum((1 - e**2) / shots))
    s = np.clip(s, 2, 2 * np.sqrt(2))
    q = (key.get("01", 0) + key.get("10", 0)) / sum(key.values())
    x = np.clip((1 + np.sqrt(np.clip(s**2 / 4 - 1, 0, 1))) / 2, 0, 1)
    bits = (np.sum(entr([q, 1 - q])) + np.sum(entr([x, 1 - x]))) / np.log(2)
    return float(max(0.0, 1 - bits))
