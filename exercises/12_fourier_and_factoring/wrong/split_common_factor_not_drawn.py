# task: split
# why: Leaves the numbers with a common factor out of the drawing, so that the shares are of another whole.
# fails: assert_implements wrong_value
def split(number, a, r):
    g = math.gcd(a, number)
    if g == 1:
        if r % 2 == 1:
            return None
        root = pow(a, r // 2, number)
        if root == number - 1:
            return None
        g = math.gcd(root - 1, number)
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
        tally[2 if split(number, a, r) is None else 1] += 1
    coprime = tally[1] + tally[2]
    return tally[0] / (number - 2), tally[1] / coprime, tally[2] / coprime
