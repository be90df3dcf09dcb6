# task: amplify
# why: Multiplies with ordinary integers.
# fails: assert_implements wrong_value
def amplify(bits, entropy, epsilon, seed):
    n, m = len(bits), math.floor(entropy + 2 + 2 * math.log2(epsilon))
    return [sum(seed[i - j + n - 1] * bits[j] for j in range(n)) for i in range(m)]
