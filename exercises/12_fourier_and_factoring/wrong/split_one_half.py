# task: split
# why: Gives the bound of the textbooks, one half, instead of the exact share.
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
    common = sum(math.gcd(a, number) > 1 for a in range(2, number)) / (number - 2)
    return common, (1 - common) / 2, (1 - common) / 2
