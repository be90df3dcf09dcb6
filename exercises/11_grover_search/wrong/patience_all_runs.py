# task: patience
# why: Counts all runs, as if the strategy never stopped early.
# fails: assert_implements wrong_value
def patience(items, solutions, sizes):
    theta = np.arcsin(np.sqrt(solutions / items))
    reached, calls = 1.0, 0.0
    for size in sizes:
        success = np.mean([np.sin((2 * j + 1) * theta) ** 2 for j in range(size)])
        calls += (size + 1) / 2
        reached *= 1 - success
    return [1 - reached, calls]
