# task: amplify
# why: Lets the seed run in the other direction: the matrix is constant on the other diagonals.
# fails: assert_implements wrong_value
def amplify(bits, entropy, epsilon, seed):
    n, m = len(bits), math.floor(entropy + 2 + 2 * math.log2(epsilon))
    return [sum(seed[i + j] * bits[j] for j in range(n)) % 2 for i in range(m)]
