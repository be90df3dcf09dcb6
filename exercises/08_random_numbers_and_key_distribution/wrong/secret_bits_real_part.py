# task: secret_bits
# why: Uses the real part of the coherence.
# fails: assert_implements wrong_value
def secret_bits(rho):
    guess = (1 + np.sqrt(max(0, 1 - 4 * np.real(rho[0][1]) ** 2))) / 2
    return -np.log2(guess)
