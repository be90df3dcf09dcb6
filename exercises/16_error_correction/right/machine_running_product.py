# task: machine
# why: Multiplies the error of a round by the suppression factor at each step.
def machine(logical, tgates, rotations, delta, p, factories):
    shrink = 100 * p
    if shrink >= 1:
        return []
    share = 0.5 * delta
    count = tgates
    for _ in range(1 if rotations else 0):
        epsilon = share / rotations
        count += math.ceil(3 * math.log(1 / epsilon, 2)) * rotations
    patches = 12 * factories + 2 * logical
    distance, per_round = 3, 0.1 * shrink**2
    while per_round * distance * count > share / patches:
        distance += 2
        per_round *= shrink
    return (count, distance, distance * count, patches * (2 * distance**2 - 1))
