# task: patience
# why: Sums over the run in which the strategy stops, with the calls made until then.
def patience(items, solutions, sizes):
    angle = np.arccos(1 - 2 * solutions / items) / 2
    still, spent, found, expected = 1.0, 0.0, 0.0, 0.0
    for size in sizes:
        j = np.arange(size)
        good = (np.sin(angle * (2 * j + 1)) ** 2).sum() / size
        spent += np.mean(j + 1)
        found += still * good
        expected += still * good * spent
        still -= still * good
    return [found, expected + still * spent]
