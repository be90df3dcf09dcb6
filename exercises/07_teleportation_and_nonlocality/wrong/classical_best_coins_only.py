# task: classical_best
# why: The average over all plans instead of the best one.
# fails: assert_implements wrong_value
def classical_best(rule, chance):
    from itertools import product

    total, plans = 0, 0
    for a in product([0, 1], repeat=len(rule)):
        for b in product([0, 1], repeat=len(rule[0])):
            plans += 1
            for s in range(len(a)):
                for t in range(len(b)):
                    total += chance[s][t] * (a[s] ^ b[t] == rule[s][t])
    return total / plans
