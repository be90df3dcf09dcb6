# task: from_counts
# why: Uses the first setting that fits and throws the other shots away.
# fails: assert_implements wrong_value
def from_counts(terms, counts):
    energy = variance = 0.0
    groups = {setting: [] for setting in counts}
    for label, coefficient in terms:
        if set(label) == {"I"}:
            energy += coefficient
            continue
        for setting in counts:
            if all(a in ("I", b) for a, b in zip(label, setting, strict=False)):
                groups[setting].append((label, coefficient))
                break
    for setting, group in groups.items():
        values, times = [], list(counts[setting].values())
        for bits in counts[setting]:
            f = 0.0
            for label, coefficient in group:
                ones = sum(a != "I" and b == "1" for a, b in zip(label, bits, strict=False))
                f += coefficient * (-1) ** ones
            values.append(f)
        mean = np.average(values, weights=times)
        energy += mean
        variance += np.average((np.array(values) - mean) ** 2, weights=times) / sum(times)
    return energy, math.sqrt(variance)
