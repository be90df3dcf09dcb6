# task: classical_best
# why: Both players have two questions, as in the CHSH game.
# fails: assert_implements wrong_value
def classical_best(rule, chance):
    best = 0
    for plan in range(16):
        a, b = [plan & 1, plan >> 1 & 1], [plan >> 2 & 1, plan >> 3 & 1]
        wins = 0
        for s, row in enumerate(rule[:2]):
            for t, bit in enumerate(row[:2]):
                wins += chance[s][t] * (a[s] ^ b[t] == bit)
        best = max(best, wins)
    return best
