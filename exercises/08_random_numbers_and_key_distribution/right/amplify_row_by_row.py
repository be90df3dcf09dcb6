# task: amplify
# why: Keeps one row and shifts a new bit of the seed in from the left.
def amplify(bits, entropy, epsilon, seed):
    length = math.floor(entropy + 2 + 2 * math.log2(epsilon))
    row = list(reversed(seed[: len(bits)]))
    key = []
    for i in range(length):
        parity = 0
        for chosen, bit in zip(row, bits, strict=False):
            parity ^= chosen & bit
        key.append(parity)
        row = [seed[len(bits) + i], *row[:-1]]
    return key
