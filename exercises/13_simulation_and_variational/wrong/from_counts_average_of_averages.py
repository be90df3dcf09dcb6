# task: from_counts
# why: Averages over settings instead of shots where a term fits several.
# fails: assert_implements wrong_value
def from_counts(terms, counts):
    def fits(label, setting):
        return all(a in ("I", b) for a, b in zip(label, setting, strict=False))

    energy = variance = 0.0
    for setting, outcomes in counts.items():
        shots = sum(outcomes.values())
        first = second = 0.0
        for bits, times in outcomes.items():
            f = 0.0
            for label, coefficient in terms:
                if set(label) != {"I"} and fits(label, setting):
                    ones = sum(a != "I" and b == "1" for a, b in zip(label, bits, strict=False))
                    several = sum(fits(label, other) for other in counts)
                    f += coefficient * (-1) ** ones / (shots * several)
            first += times * f
            second += times * f**2
        energy += first
        variance += second - first**2 / shots
    energy += sum(c for label, c in terms if set(label) == {"I"})
    return energy, math.sqrt(max(variance, 0.0))
