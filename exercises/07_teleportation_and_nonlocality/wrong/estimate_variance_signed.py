# task: estimate
# why: Gives the variance the same minus sign as the correlation.
# fails: assert_close wrong_value
def chsh_estimate(counts):
    value = variance = 0
    for s in range(2):
        for t in range(2):
            shots = sum(counts[s][t].values())
            agree = counts[s][t].get("00", 0) + counts[s][t].get("11", 0)
            average = (2 * agree - shots) / shots
            value += (-1) ** (s * t) * average
            variance += (-1) ** (s * t) * (1 - average**2) / shots
    return value, np.sqrt(variance)
