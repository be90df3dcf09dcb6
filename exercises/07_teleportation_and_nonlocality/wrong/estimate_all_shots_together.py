# task: estimate
# why: Divides by the shots of all settings together, times four: right only if all are equal.
# fails: assert_close wrong_value
def chsh_estimate(counts):
    shots = sum(sum(table.values()) for row in counts for table in row) / 4
    value = variance = 0
    for s in range(2):
        for t in range(2):
            table = counts[s][t]
            signed = sum(n if key in ("00", "11") else -n for key, n in table.items())
            average = signed / shots
            value += (-1) ** (s * t) * average
            variance += (1 - average**2) / shots
    return value, np.sqrt(abs(variance))
