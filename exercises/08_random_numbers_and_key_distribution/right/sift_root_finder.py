# task: sift
# why: Groups the rounds in a dictionary, and lets SciPy find the root of the binomial tail.
from scipy.optimize import brentq
from scipy.stats import binom


def sift(alice_bits, alice_bases, bob_bits, bob_bases, opened):
    groups = {True: [], False: []}
    rows = zip(alice_bits, alice_bases, bob_bits, bob_bases, strict=False)
    for k, (a, basis_a, b, basis_b) in enumerate(rows):
        if b in (0, 1) and basis_a == basis_b:
            groups[k in set(opened)].append((a, b))
    keys = groups[False]
    differ = [a ^ b for a, b in groups[True]]
    return [a for a, _ in keys], [b for _, b in keys], sum(differ), len(differ)


def error_bound(errors, checked, delta):
    if errors >= checked:
        return 1.0
    return brentq(lambda r: binom.cdf(errors, checked, r) - delta, 0.0, 1.0, xtol=1e-12)
