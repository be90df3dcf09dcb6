# task: classical_best
# why: Lets the answers depend on both questions: then everything can be won.
# fails: assert_implements wrong_value
def classical_best(rule, chance):
    total = 0
    for s in range(len(rule)):
        for t in range(len(rule[0])):
            total += chance[s][t] * max(a ^ b == rule[s][t] for a in (0, 1) for b in (0, 1))
    return total
