# task: sift
# why: Chooses rounds by comprehensions, and takes the bound from the inverse of the incomplete beta function.
from scipy.special import betaincinv


def sift(alice_bits, alice_bases, bob_bits, bob_bases, opened):
    rounds = [
        k
        for k in range(len(alice_bits))
        if alice_bases[k] == bob_bases[k] and bob_bits[k] is not None
    ]
    public = [k for k in rounds if k in opened]
    kept = [k for k in rounds if k not in opened]
    errors = sum(1 for k in public if alice_bits[k] != bob_bits[k])
    return [alice_bits[k] for k in kept], [bob_bits[k] for k in kept], errors, len(public)


def error_bound(errors, checked, delta):
    if errors == checked:
        return 1.0
    return betaincinv(errors + 1, checked - errors, 1 - delta)
