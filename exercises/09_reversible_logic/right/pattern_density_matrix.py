# task: pattern
# why: The density matrix of the register once the garbage is traced out, turned by Hadamard gates.
def pattern(f, g):
    from scipy.linalg import hadamard

    signs = 1 - 2 * np.array(f)
    garbage = np.array(g)
    rho = np.outer(signs, signs) * (garbage[:, None] == garbage[None, :]) / len(f)
    turn = hadamard(len(f)) / np.sqrt(len(f))
    return np.real(np.diag(turn @ rho @ turn))
