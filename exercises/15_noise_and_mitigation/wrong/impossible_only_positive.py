# task: impossible
# why: Tests whether states of the qubit alone stay positive, which the transpose passes.
# fails: assert_orthonormal wrong_type
def impossible(images):
    for theta in np.linspace(0, np.pi, 13):
        for phi in np.linspace(0, 2 * np.pi, 13):
            state = np.array([np.cos(theta / 2), np.exp(1j * phi) * np.sin(theta / 2)])
            rho = np.outer(state, state.conj())
            image = np.einsum("ij,ijab->ab", rho, np.asarray(images))
            values, vectors = np.linalg.eigh(image)
            if values[0] < -1e-6:
                return np.kron(state.conj(), vectors[:, 0])
    return None
