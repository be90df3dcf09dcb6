# task: patience
# why: Takes the success at the mean number of iterations.
# fails: assert_implements wrong_value
def patience(items, solutions, sizes):
    theta = np.arcsin(np.sqrt(solutions / items))
    reached, calls = 1.0, 0.0
    for size in sizes:
        success = np.sin(size * theta) ** 2
        calls += reached * (size + 1) / 2
        reached *= 1 - success
    return [1 - reached, calls]
