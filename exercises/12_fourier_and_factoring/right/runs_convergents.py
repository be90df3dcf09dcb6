# task: runs
# why: The continued fraction by hand, with its convergents, and the order by taking out prime factors.
def order_from(runs, t, a, number):
    def near(y):
        top, bottom = y, 2**t
        old, new = (0, 1), (1, 0)  # convergents s/d as pairs
        while bottom:
            part, rest = divmod(top, bottom)
            old, new = new, (part * new[0] + old[0], part * new[1] + old[1])
            s, d = new
            if d >= number:
                return None
            if 2 * abs(y * d - s * 2**t) <= d:
                return d
            top, bottom = bottom, rest
        return None

    total = 1
    for y in runs:
        d = near(y)
        if d is None:
            continue
        total = total * d // math.gcd(total, d)
        if (a**total - 1) % number == 0:
            r, prime = total, 2
            while prime <= total:
                while r % prime == 0 and (a ** (r // prime) - 1) % number == 0:
                    r //= prime
                prime += 1
            return r
    return None
