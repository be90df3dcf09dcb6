# task: runs
# why: Tries every denominator for each run; fine for small moduli.
def order_from(runs, t, a, number):
    found = []
    for y in runs:
        for d in range(1, number):
            s = round(Fraction(y * d, 2**t))
            if abs(Fraction(y, 2**t) - Fraction(s, d)) <= Fraction(1, 2 ** (t + 1)):
                found.append(d)  # the smallest d comes first, so it is in lowest terms
                break
        else:
            continue
        multiple = math.lcm(*found)
        if pow(a, multiple, number) == 1 % number:
            power, r = a % number, 1
            while power != 1 % number:
                power, r = power * a % number, r + 1
            return r
    return None
