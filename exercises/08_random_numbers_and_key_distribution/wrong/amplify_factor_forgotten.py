# task: amplify
# why: Forgets the half in front of the root, and gives two bits less than the lemma allows.
# fails: assert_implements wrong_length
def amplify(bits, entropy, epsilon, seed):
    n, m = len(bits), math.floor(entropy + 2 * math.log2(epsilon))
    return [sum(seed[i - j + n - 1] * bits[j] for j in range(n)) % 2 for i in range(m)]
