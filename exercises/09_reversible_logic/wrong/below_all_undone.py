# task: below
# why: Undoes the last step, too, and with it the result.
# fails: assert_marks misses_input
def below(n, c):
    ladder = QuantumCircuit(2 * n + 1)
    if c == 2**n:
        ladder.x(n)
        return ladder
    places = [2 * n, *range(n + 1, 2 * n), n]
    for k in range(n):
        negated = places[k] if c >> k & 1 else k
        ladder.x(negated)
        ladder.ccx(k, places[k], places[k + 1])
        ladder.x(negated)
        if c >> k & 1:
            ladder.x(places[k + 1])
    return ladder.compose(ladder.inverse())
