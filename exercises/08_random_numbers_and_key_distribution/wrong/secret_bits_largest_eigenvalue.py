# task: secret_bits
# why: Takes the min-entropy of the state in place of the one of the outcome.
# fails: assert_implements wrong_value
def secret_bits(rho):
    return -np.log2(np.linalg.eigvalsh(rho)[-1])
