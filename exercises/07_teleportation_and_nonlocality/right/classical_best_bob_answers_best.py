# task: classical_best
# why: Goes through Alice's lists only; Bob's best answer to each of his questions follows.
def classical_best(rule, chance):
    rule, chance = np.array(rule), np.array(chance)
    best = 0.0
    for number in range(2 ** len(rule)):
        a = (number >> np.arange(len(rule))) & 1
        win_with_0 = np.sum(chance * (rule == a[:, None]), axis=0)
        win_with_1 = np.sum(chance * (rule != a[:, None]), axis=0)
        best = max(best, np.maximum(win_with_0, win_with_1).sum())
    return float(best)
