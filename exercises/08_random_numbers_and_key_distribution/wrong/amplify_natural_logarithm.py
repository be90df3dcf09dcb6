# task: amplify
# why: Takes the natural logarithm.
# fails: assert_implements wrong_length
def amplify(bits, entropy, epsilon, seed):
    n, m = len(bits), math.floor(entropy + 2 + 2 * math.log(epsilon))
    return [sum(seed[i - j + n - 1] * bits[j] for j in range(n)) % 2 for i in range(m)]
