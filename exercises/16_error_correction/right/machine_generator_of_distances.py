# task: machine
# why: Lets next() find the first odd distance that will do.
from itertools import count


def machine(logical, tgates, rotations, delta, p, factories):
    if p >= 0.01:
        return []
    epsilon = delta / (2 * rotations) if rotations else 1.0
    number = tgates + rotations * math.ceil(-3 * math.log2(epsilon))
    patches = 2 * logical + 12 * factories

    def failure(d):
        return patches * number * d * 0.1 * (p / 0.01) ** ((d + 1) // 2)

    d = next(d for d in count(3, 2) if failure(d) <= delta / 2)
    return [number, d, number * d, patches * (2 * d * d - 1)]
