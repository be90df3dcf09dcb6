# task: readings
# why: Bit by bit: each bit of y is measured with a squared cosine, once the lower ones are known.
def chance(phi, t, n):
    def probability(y):
        result = 1.0
        for j in range(t):
            # the power 2**(t-1-j) of the gate, with the bits below j turned back
            angle = math.pi * (2 ** (t - 1 - j) * phi - (y % 2**j) / 2 ** (j + 1))
            result *= math.sin(angle) ** 2 if y >> j & 1 else math.cos(angle) ** 2
        return result

    near = [y for y in range(2**t) if any(abs(y / 2**t - phi - m) <= 2.0**-n for m in (-1, 0, 1))]
    return math.fsum(probability(y) for y in near)


def smallest(phi, n, epsilon):
    t = n
    while True:
        if chance(phi, t, n) >= 1 - epsilon:
            return t
        t += 1
