# task: certify
# why: Works with the shares of won rounds of the CHSH game and their variances.
def certify(tests, key, k):
    total, variance = -4.0, 0.0
    for s in range(2):
        for t in range(2):
            counts = tests[s][t]
            shots = sum(counts.values())
            won = sum(n for word, n in counts.items() if (word[0] != word[1]) == bool(s * t))
            p = won / shots
            total += 2 * p
            variance += 4 * p * (1 - p) / shots
    cautious = total - k * math.sqrt(variance)
    if cautious <= 2:
        return 0.0
    inside = min(1.0, math.sqrt(max(0.0, (cautious / 2) ** 2 - 1)))
    wrong = sum(n for word, n in key.items() if word in ("01", "10")) / sum(key.values())

    def lost(x):
        return -sum(y * math.log2(y) for y in (x, 1 - x) if y > 0)

    return max(0.0, 1 - lost(wrong) - lost((1 + inside) / 2))
