# task: classical_best
# why: A plan is one integer whose bits are all the answers of both players.
def classical_best(rule, chance):
    m, n = len(rule), len(rule[0])
    chances = []
    for plan in range(1 << (m + n)):
        lost = 0
        for s in range(m):
            for t in range(n):
                lost += chance[s][t] * ((plan >> s & 1) != (plan >> (m + t) & 1 ^ rule[s][t]))
        chances.append(1 - lost)
    return max(chances)
