# task: split
# why: Does not ask whether the root is -1, and returns 1 and N.
# fails: assert_implements wrong_type
def split(number, a, r):
    g = math.gcd(a, number)
    if g == 1:
        if r % 2 == 1:
            return None
        g = math.gcd(pow(a, r // 2, number) - 1, number)
    return min(g, number // g), max(g, number // g)


def shares(number):
    tally = [0, 0, 0]
    for a in range(2, number):
        if math.gcd(a, number) > 1:
            tally[0] += 1
            continue
        r, power = 1, a
        while power != 1:
            r, power = r + 1, power * a % number
        tally[2 if split(number, a, r) == (1, number) or r % 2 else 1] += 1
    return tuple(count / (number - 2) for count in tally)
