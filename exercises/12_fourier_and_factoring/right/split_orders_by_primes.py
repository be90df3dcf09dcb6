# task: split
# why: The order from the exponents modulo prime powers, and the criterion on powers of two in them.
def split(number, a, r):
    g = math.gcd(a, number)
    if g > 1:
        return tuple(sorted([g, number // g]))
    root = None if r % 2 else pow(a, r // 2, number)
    if root is None or root == number - 1:
        return None
    p = math.gcd(number, root - 1)
    return (min(p, number // p), max(p, number // p))


def shares(number):
    parts, rest, p = [], number, 3
    while rest > 1:
        power = 1
        while rest % p == 0:
            power, rest = power * p, rest // p
        if power > 1:
            parts.append(power)
        p += 2

    def twos(a, modulus):
        r, x = 1, a % modulus
        while x != 1:
            r, x = r + 1, x * a % modulus
        return (r & -r).bit_length() - 1

    lucky = works = fails = 0
    for a in range(2, number):
        if math.gcd(a, number) > 1:
            lucky += 1
            continue
        # it fails if all orders are odd, or all have the same number of factors 2
        found = {twos(a, part) for part in parts}
        if len(found) == 1:
            fails += 1
        else:
            works += 1
    return (lucky / (number - 2), works / (number - 2), fails / (number - 2))
