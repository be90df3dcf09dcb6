# task: split
# why: Looks at both gcds and takes one that is no trivial factor; orders by a table of powers.
def split(number, a, r):
    candidates = [math.gcd(a, number)]
    if r is not None and r % 2 == 0:
        half = pow(a, r // 2, number)
        candidates += [math.gcd(half + sign, number) for sign in (-1, 1)]
    for p in candidates:
        if 1 < p < number:
            return tuple(sorted((p, number // p)))
    return None


def shares(number):
    names = {"common": 0, "order": 0, "none": 0}
    for a in range(2, number):
        if math.gcd(a, number) != 1:
            names["common"] += 1
            continue
        powers = [1]
        while (following := powers[-1] * a % number) != 1:
            powers.append(following)
        names["none" if split(number, a, len(powers)) is None else "order"] += 1
    total = sum(names.values())
    return names["common"] / total, names["order"] / total, names["none"] / total
