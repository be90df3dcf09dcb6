# task: most_likely
# why: A grid of a, and the angles by Chebyshev polynomials: cos of many times the angle.
def most_likely(runs):
    a = np.sin(np.linspace(0, np.pi / 2, 60_001)) ** 2
    cosine = 1 - 2 * a
    total = 0
    for k, n, h in runs:
        good = np.clip((1 - np.cos((2 * k + 1) * np.arccos(cosine))) / 2, 0, 1)
        total = total + xlogy(h, good) + xlogy(n - h, 1 - good)
    return float(a[total.argmax()])
