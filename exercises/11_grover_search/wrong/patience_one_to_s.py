# task: patience
# why: Draws from 1 to s.
# fails: assert_implements wrong_value
def patience(items, solutions, sizes):
    theta = np.arcsin(np.sqrt(solutions / items))
    reached, calls = 1.0, 0.0
    for size in sizes:
        success = np.mean([np.sin((2 * j + 1) * theta) ** 2 for j in range(1, size + 1)])
        calls += reached * (size + 3) / 2
        reached *= 1 - success
    return [1 - reached, calls]
