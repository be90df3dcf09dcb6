# task: classical_best
# why: Counts the pairs of questions that are won and forgets how likely they are.
# fails: assert_implements wrong_value
def classical_best(rule, chance):
    from itertools import product

    best = 0
    for a in product([0, 1], repeat=len(rule)):
        for b in product([0, 1], repeat=len(rule[0])):
            wins = sum(a[s] ^ b[t] == rule[s][t] for s in range(len(a)) for t in range(len(b)))
            best = max(best, wins / (len(a) * len(b)))
    return best
