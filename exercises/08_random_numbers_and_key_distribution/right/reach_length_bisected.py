# task: reach
# why: Halves the interval of lengths directly.
def reach(loss, efficiency, dark, flips, inefficiency):
    def left(length):
        t = efficiency * 10 ** (-loss * length / 10)
        clicks = t + (1 - t) * dark
        rate = (t * flips + (1 - t) * dark / 2) / clicks
        entropy = 0.0
        for share in (rate, 1 - rate):
            if share > 0:
                entropy -= share * math.log2(share)
        return 1 - entropy - inefficiency * entropy

    if left(0) <= 0:
        return 0
    short, far = 0.0, 1.0
    while left(far) > 0:
        far *= 2
    for _ in range(80):
        middle = (short + far) / 2
        if left(middle) > 0:
            short = middle
        else:
            far = middle
    return far
