# task: patience
# why: Always does s - 1 iterations, no draw.
# fails: assert_implements wrong_value
def patience(items, solutions, sizes):
    theta = np.arcsin(np.sqrt(solutions / items))
    reached, calls = 1.0, 0.0
    for size in sizes:
        success = np.sin((2 * size - 1) * theta) ** 2
        calls += reached * (size + 1) / 2
        reached *= 1 - success
    return [1 - reached, calls]
