# task: secret_bits
# why: Uses the duality of guessing and coherence: the overlap of rho with the best state of the equator, turned around.
def secret_bits(rho):
    rho = np.asarray(rho)
    moment = np.sqrt(rho[0, 1] * rho[1, 0]).real  # the modulus of the coherence
    angle = np.arcsin(min(1.0, 2 * moment))
    return -2 * np.log2(np.cos(angle / 2))
