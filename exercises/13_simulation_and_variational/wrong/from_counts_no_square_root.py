# task: from_counts
# why: Returns the variance.
# fails: assert_implements wrong_value
def from_counts(terms, counts):
    def fits(label, setting):
        return all(a in ("I", b) for a, b in zip(label, setting, strict=True))

    def value(label, bits):
        ones = sum(a != "I" and b == "1" for a, b in zip(label, bits, strict=True))
        return (-1) ** ones

    energy = variance = 0.0
    shared = []
    for label, coefficient in terms:
        if set(label) == {"I"}:
            energy += coefficient
        else:
            shots = sum(sum(c.values()) for setting, c in counts.items() if fits(label, setting))
            shared.append((label, coefficient / shots))
    for setting, outcomes in counts.items():
        here = [(label, weight) for label, weight in shared if fits(label, setting)]
        first = second = 0.0
        for bits, times in outcomes.items():
            f = sum(weight * value(label, bits) for label, weight in here)
            first += times * f
            second += times * f**2
        energy += first
        variance += second - first**2 / sum(outcomes.values())
    return energy, variance
