# task: classical_best
# why: Takes the rule for the "and" of the answers instead of their exclusive or.
# fails: assert_implements wrong_value
def classical_best(rule, chance):
    from itertools import product

    best = 0
    for a in product([0, 1], repeat=len(rule)):
        for b in product([0, 1], repeat=len(rule[0])):
            wins = sum(
                chance[s][t]
                for s in range(len(a))
                for t in range(len(b))
                if a[s] & b[t] == rule[s][t]
            )
            best = max(best, wins)
    return best
