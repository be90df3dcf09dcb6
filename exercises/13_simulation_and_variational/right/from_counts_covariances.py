# task: from_counts
# why: Adds up the covariances of all pairs of terms in each setting.
def from_counts(terms, counts):
    def fits(label, setting):
        return all(x == "I" or x == y for x, y in zip(label, setting, strict=False))

    def average(label, data):
        total = sum(data.values())
        result = 0
        for key, number in data.items():
            odd = sum(1 for x, bit in zip(label, key, strict=False) if x != "I" and bit == "1") % 2
            result += -number if odd else number
        return result / total

    def product(p, q):
        return "".join(
            "I" if x == y else (x if y == "I" else y) for x, y in zip(p, q, strict=False)
        )

    merged = {}
    for label, c in terms:
        merged[label] = merged.get(label, 0) + c
    energy = variance = 0
    weights = {
        label: sum(sum(d.values()) for s, d in counts.items() if fits(label, s)) for label in merged
    }
    for label, c in merged.items():
        if set(label) == {"I"}:
            energy += c
    for setting, data in counts.items():
        number = sum(data.values())
        here = [p for p in merged if fits(p, setting) and set(p) != {"I"}]
        means = {p: average(p, data) for p in here}
        for p in here:
            energy += merged[p] * number / weights[p] * means[p]
            for q in here:
                covariance = average(product(p, q), data) - means[p] * means[q]
                variance += number * merged[p] * merged[q] / weights[p] / weights[q] * covariance
    return energy, max(variance, 0) ** 0.5
