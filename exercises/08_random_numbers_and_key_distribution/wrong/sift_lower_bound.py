# task: sift
# why: Finds the smallest rate for which so many errors or more are no coincidence.
# fails: assert_implements wrong_value
def sift(alice_bits, alice_bases, bob_bits, bob_bases, opened):
    alice_key, bob_key = [], []
    errors = checked = 0
    for k, (a, b) in enumerate(zip(alice_bits, bob_bits, strict=False)):
        if b is None or alice_bases[k] != bob_bases[k]:
            continue
        if k in opened:
            checked += 1
            errors += int(a != b)
        else:
            alice_key.append(a)
            bob_key.append(b)
    return alice_key, bob_key, errors, checked


def error_bound(errors, checked, delta):
    def at_least(rate):
        return sum(
            math.comb(checked, k) * rate**k * (1 - rate) ** (checked - k)
            for k in range(errors, checked + 1)
        )

    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if at_least(middle) >= delta else (middle, high)
    return low
