# task: from_counts
# why: Adds up the variances of the terms as if they were independent.
# fails: assert_implements wrong_value
def from_counts(terms, counts):
    def fits(label, setting):
        return all(a in ("I", b) for a, b in zip(label, setting, strict=False))

    energy = variance = 0.0
    for label, coefficient in terms:
        total = shots = 0
        for setting, outcomes in counts.items():
            if fits(label, setting):
                for bits, times in outcomes.items():
                    ones = sum(a != "I" and b == "1" for a, b in zip(label, bits, strict=False))
                    total += times * (-1) ** ones
                    shots += times
        mean = total / shots if set(label) != {"I"} else 1.0
        energy += coefficient * mean
        if set(label) != {"I"}:
            variance += coefficient**2 * (1 - mean**2) / shots
    return energy, math.sqrt(variance)
