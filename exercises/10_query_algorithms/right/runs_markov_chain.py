# task: runs
# why: Follows the probabilities of each rank from run to run.
def runs(n, k, failure):
    d = n - k
    ranks = np.zeros(d + 1)
    ranks[0] = 1.0
    known = 0.5 ** np.arange(d, -1, -1.0)  # chance that a sample depends on the r before it
    m = 0
    while ranks[:d].sum() > failure:
        ranks = ranks * known + np.concatenate([[0.0], (ranks * (1 - known))[:-1]])
        m += 1
    return m
