# task: sift
# why: Uses masks of arrays, with -1 for a lost photon, and adds up the logarithms of the terms of the binomial sum.
from scipy.special import gammaln


def sift(alice_bits, alice_bases, bob_bits, bob_bases, opened):
    a = np.array(alice_bits)
    b = np.array([-1 if bit is None else bit for bit in bob_bits])
    counts = (b >= 0) & (np.array(list(alice_bases)) == np.array(list(bob_bases)))
    public = np.zeros(len(a), dtype=bool)
    public[list(opened)] = True
    kept, tested = counts & ~public, counts & public
    return (
        a[kept].tolist(),
        b[kept].tolist(),
        int(np.count_nonzero(a[tested] != b[tested])),
        int(np.count_nonzero(tested)),
    )


def error_bound(errors, checked, delta):
    if errors == checked:
        return 1.0
    k = np.arange(errors + 1)
    ways = gammaln(checked + 1) - gammaln(k + 1) - gammaln(checked - k + 1)

    def tail(rate):
        return np.exp(ways + k * np.log(rate) + (checked - k) * np.log1p(-rate)).sum()

    step, rate = 0.25, 0.5
    while step > 1e-12:
        rate += step if tail(rate) >= delta else -step
        step /= 2
    return rate
