# task: decide
# why: Adds all samples up and takes the complement.
# fails: assert_implements wrong_value
def decide(samples, n):
    rank_at_least = len(set(samples) - {"0" * n})
    if rank_at_least < n - 1:
        return None
    seen = 0
    for sample in samples:
        seen |= int(sample, 2)
    missing = (2**n - 1) & ~seen
    return format(missing or seen, f"0{n}b")
