# task: amplify
# why: Rounds the length to the nearest integer instead of down.
# fails: assert_implements wrong_length
def amplify(bits, entropy, epsilon, seed):
    n, m = len(bits), round(entropy + 2 + 2 * math.log2(epsilon))
    return [sum(seed[i - j + n - 1] * bits[j] for j in range(n)) % 2 for i in range(m)]
