# task: classical_best
# why: Lets each player give the same answer to every question.
# fails: assert_implements wrong_value
def classical_best(rule, chance):
    best = 0
    for a in (0, 1):
        for b in (0, 1):
            wins = sum(
                chance[s][t]
                for s in range(len(rule))
                for t in range(len(rule[0]))
                if a ^ b == rule[s][t]
            )
            best = max(best, wins)
    return best
