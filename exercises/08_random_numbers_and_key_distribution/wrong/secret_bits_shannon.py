# task: secret_bits
# why: Computes Shannon's entropy of the outcome minus the entropy of the state.
# fails: assert_implements wrong_value
def secret_bits(rho):
    def entropy(weights):
        weights = np.array([w for w in np.real(weights) if w > 1e-12])
        return -np.sum(weights * np.log2(weights))

    return entropy(np.diag(rho)) - entropy(np.linalg.eigvalsh(rho))
