# task: split
# why: Euclid's algorithm and repeated squaring by hand; the shares as exact fractions.
def split(number, a, r):
    def common(x, y):
        while y:
            x, y = y, x % y
        return x

    def answer(p):
        q = number // p
        return (p, q) if p <= q else (q, p)

    if common(a, number) > 1:
        return answer(common(a, number))
    if r & 1:
        return None
    root, base, exponent = 1, a, r >> 1
    while exponent:
        if exponent & 1:
            root = root * base % number
        base, exponent = base * base % number, exponent >> 1
    if (root + 1) % number == 0:
        return None
    return answer(common(root - 1, number))


def shares(number):
    drawn = range(2, number)
    free = [a for a in drawn if math.gcd(a, number) == 1]
    orders = {a: next(r for r in range(1, number) if pow(a, r, number) == 1) for a in free}
    works = sum(split(number, a, r) is not None for a, r in orders.items())
    parts = (len(drawn) - len(free), works, len(free) - works)
    return tuple(float(Fraction(part, len(drawn))) for part in parts)
