# task: sift
# why: Takes the numbers of opened rounds for positions in the sifted key.
# fails: assert_implements wrong_value
def sift(alice_bits, alice_bases, bob_bits, bob_bases, opened):
    pairs = [
        (a, b)
        for a, x, b, y in zip(alice_bits, alice_bases, bob_bits, bob_bases, strict=False)
        if b is not None and x == y
    ]
    kept = [pair for k, pair in enumerate(pairs) if k not in opened]
    public = [pair for k, pair in enumerate(pairs) if k in opened]
    errors = sum(a != b for a, b in public)
    return [a for a, _ in kept], [b for _, b in kept], int(errors), len(public)


def error_bound(errors, checked, delta):
    def at_most(rate):
        return sum(
            math.comb(checked, k) * rate**k * (1 - rate) ** (checked - k)
            for k in range(errors + 1)
        )

    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if at_most(middle) >= delta:
            low = middle
        else:
            high = middle
    return low
