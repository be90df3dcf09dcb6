# task: patience
# why: Charges a run only if it fails.
# fails: assert_implements wrong_value
def patience(items, solutions, sizes):
    theta = np.arcsin(np.sqrt(solutions / items))
    reached, calls = 1.0, 0.0
    for size in sizes:
        success = np.mean([np.sin((2 * j + 1) * theta) ** 2 for j in range(size)])
        reached *= 1 - success
        calls += reached * (size + 1) / 2
    return [1 - reached, calls]
