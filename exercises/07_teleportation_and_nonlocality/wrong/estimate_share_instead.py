# task: estimate
# why: Uses the share of pairs that agree in the place of the correlation.
# fails: assert_close wrong_value
def chsh_estimate(counts):
    value = variance = 0
    for s in range(2):
        for t in range(2):
            shots = sum(counts[s][t].values())
            agree = (counts[s][t].get("00", 0) + counts[s][t].get("11", 0)) / shots
            value += (-1) ** (s * t) * agree
            variance += agree * (1 - agree) / shots
    return value, np.sqrt(variance)
