# task: measure_in_basis
# why: Completes the basis numerically.


def measure_in_basis(preparation, first):
    basis, _ = np.linalg.qr(np.column_stack([first, [1, 0], [0, 1]]).astype(complex))
    preparation.unitary(basis.conj().T, 0)
    preparation.measure_all()
    return preparation
