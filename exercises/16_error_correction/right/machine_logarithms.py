# task: machine
# why: Works with logarithms of all quantities, so that nothing gets too small.
def machine(logical, tgates, rotations, delta, p, factories):
    suppression = -math.log10(100 * p)
    if suppression <= 0:
        return []
    total = tgates
    if rotations > 0:
        total += rotations * int(np.ceil(3 * (np.log2(rotations) + 1 - np.log2(delta))))
    patches = 2 * (logical + 6 * factories)
    d = 1
    needed = math.inf
    while needed > 0:
        d += 2
        spent = math.log10(patches) + math.log10(total) + math.log10(d) - 1
        needed = spent - (d + 1) // 2 * suppression - math.log10(delta / 2)
    return [total, d, d * total, 2 * d * d * patches - patches]
