# task: secret_bits
# why: Takes the likelier outcome as the best guess, as if Eve held nothing.
# fails: assert_implements wrong_value
def secret_bits(rho):
    return -np.log2(max(rho[0][0].real, rho[1][1].real))
