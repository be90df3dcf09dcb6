# task: reconcile
# why: Works on the pattern of errors alone, as an array in the order of the pass, with bounds in place of lists.
def reconcile(alice, bob, passes):
    wrong = (np.array(alice) + np.array(bob)) % 2
    leaked = 0
    for block, order in passes:
        shuffled = wrong[order]
        n = len(shuffled)
        for start in range(0, n, block):
            low, high = start, min(start + block, n)
            leaked += 1
            if shuffled[low:high].sum() % 2 == 0:
                continue
            while high - low > 1:
                middle = low + (high - low) // 2
                leaked += 1
                if shuffled[low:middle].sum() % 2:
                    high = middle
                else:
                    low = middle
            shuffled[low] = 0
        wrong[order] = shuffled
    return ((np.array(alice) + wrong) % 2).tolist(), leaked
