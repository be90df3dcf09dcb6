# task: readings
# why: The closed formula of the geometric sum, for readings near the phase only.
def chance(phi, t, n):
    size = 2**t
    total = 0.0
    for y in range(size):
        delta = (y / size - phi) % 1.0
        delta = min(delta, 1 - delta)
        if delta > 1 / 2**n:
            continue
        if delta < 1e-13:
            total += 1.0
        else:
            total += math.sin(size * math.pi * delta) ** 2 / (size * math.sin(math.pi * delta)) ** 2
    return total


def smallest(phi, n, epsilon):
    return next(t for t in range(n, 30) if chance(phi, t, n) >= 1 - epsilon)
