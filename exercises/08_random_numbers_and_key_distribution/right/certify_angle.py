# task: certify
# why: Writes the CHSH value as an angle; each shot has the value +1 or -1.
def certify(tests, key, k):
    def moments(counts):
        values = np.repeat([1 if w in ("00", "11") else -1 for w in counts], list(counts.values()))
        return values.mean(), values.var() / len(values)

    signs = {(0, 0): 1, (0, 1): 1, (1, 0): 1, (1, 1): -1}
    means = {st: moments(tests[st[0]][st[1]]) for st in signs}
    s = sum(signs[st] * mean for st, (mean, _) in means.items())
    s -= k * sum(var for _, var in means.values()) ** 0.5
    if s <= 2:
        return 0.0
    angle = np.arccos(min(1.0, np.sqrt(max(0.0, s * s / 4 - 1))))
    shares = [(1 - moments(key)[0]) / 2, np.sin(angle / 2) ** 2]
    rate = 1.0
    for share in shares:
        for part in (share, 1 - share):
            rate += part * np.log2(part) if part > 1e-15 else 0.0
    return max(0.0, rate)
