# task: most_likely
# why: Inverts the sine of the run with the most rounds.
# fails: assert_implements wrong_value
def most_likely(runs):
    k, n, h = max(runs)
    return np.sin(np.arcsin(np.sqrt(h / n)) / (2 * k + 1)) ** 2
