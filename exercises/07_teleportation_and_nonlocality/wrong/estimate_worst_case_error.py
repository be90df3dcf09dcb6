# task: estimate
# why: Takes the error 1/√N of a fair coin for every setting.
# fails: assert_close wrong_value
def chsh_estimate(counts):
    value = variance = 0
    for s in range(2):
        for t in range(2):
            shots = sum(counts[s][t].values())
            agree = counts[s][t].get("00", 0) + counts[s][t].get("11", 0)
            value += (-1) ** (s * t) * (2 * agree - shots) / shots
            variance += 1 / shots
    return value, np.sqrt(variance)
