# task: estimate
# why: Adds the errors themselves instead of their squares.
# fails: assert_close wrong_value
def chsh_estimate(counts):
    value = error = 0
    for s in range(2):
        for t in range(2):
            shots = sum(counts[s][t].values())
            agree = counts[s][t].get("00", 0) + counts[s][t].get("11", 0)
            average = (2 * agree - shots) / shots
            value += (-1) ** (s * t) * average
            error += np.sqrt((1 - average**2) / shots)
    return value, error
