# task: readings
# why: Skips the reading that fits exactly, because the formula would divide by zero.
# fails: assert_implements wrong_value
def chance(phi, t, n):
    total = 0.0
    for y in range(2**t):
        delta = (phi - y / 2**t + 0.5) % 1 - 0.5
        if 0 < abs(delta) <= 2.0**-n:
            total += (math.sin(math.pi * 2**t * delta) / math.sin(math.pi * delta)) ** 2 / 4**t
    return total


def smallest(phi, n, epsilon):
    for t in range(n, 14):
        if chance(phi, t, n) >= 1 - epsilon:
            return t
    return None
