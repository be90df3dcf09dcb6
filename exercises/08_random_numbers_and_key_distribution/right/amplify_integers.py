# task: amplify
# why: Holds bits and seed as integers and counts the common ones of shifted words.
def amplify(bits, entropy, epsilon, seed):
    length = max(0, math.floor(entropy + math.log2(4 * epsilon * epsilon)))
    n = len(bits)
    word = int("".join(str(bit) for bit in bits), 2)
    key = []
    for i in range(length):
        window = seed[i : i + n]  # the row from right to left
        row = int("".join(str(bit) for bit in reversed(window)), 2)
        key.append((word & row).bit_count() % 2)
    return key
