# task: secret_bits
# why: Returns Eve's chance in place of bits.
# fails: assert_implements wrong_value
def secret_bits(rho):
    return (1 + np.sqrt(max(0, 1 - 4 * abs(rho[0][1]) ** 2))) / 2
