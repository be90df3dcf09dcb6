# task: most_likely
# why: Takes the share of good shots of all runs.
# fails: assert_implements wrong_value
def most_likely(runs):
    return sum(h for _, _, h in runs) / sum(n for _, n, _ in runs)
