# task: from_counts
# why: Unrolls the counts into single shots.
def from_counts(terms, counts):
    compatible = {}
    for label, _ in terms:
        compatible[label] = [
            s
            for s in counts
            if {(a, b) for a, b in zip(label, s, strict=False) if a != "I"}
            <= set(zip(s, s, strict=False))
        ]
    size = {s: sum(counts[s].values()) for s in counts}
    number = {label: sum(size[s] for s in chosen) for label, chosen in compatible.items()}
    energy, variance = 0.0, 0.0
    for s in counts:
        contributions = []
        for key, times in counts[s].items():
            f = 0.0
            for label, c in terms:
                if s in compatible[label]:
                    sign = 1
                    for a, bit in zip(label, key, strict=False):
                        if a != "I" and bit == "1":
                            sign = -sign
                    f += c * sign / number[label]
            contributions += [f] * times
        energy += sum(contributions)
        variance += len(contributions) * np.var(contributions)
    return energy, np.sqrt(variance)
