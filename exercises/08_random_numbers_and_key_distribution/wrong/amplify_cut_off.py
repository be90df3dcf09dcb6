# task: amplify
# why: Throws bits away instead of hashing: Eve may know exactly those that are kept.
# fails: assert_implements wrong_value
def amplify(bits, entropy, epsilon, seed):
    return bits[: max(0, math.floor(entropy + 2 + 2 * math.log2(epsilon)))]
