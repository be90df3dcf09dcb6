# task: intercept
# why: Goes through states, outcomes and projections with density matrices.
def intercept(q, theta, phi):
    ends = [
        np.array([np.cos(theta / 2), np.exp(1j * phi) * np.sin(theta / 2)]),
        np.array([-np.exp(-1j * phi) * np.sin(theta / 2), np.cos(theta / 2)]),
    ]
    r = np.sqrt(0.5)
    errors, guesses = [], []
    for basis in ([[1, 0], [0, 1]], [[r, r], [r, -r]]):
        basis = np.array(basis)
        table = np.array([[abs(np.vdot(end, state)) ** 2 for end in ends] for state in basis])
        wrong = sum(table[bit] @ table[1 - bit] for bit in range(2)) / 2
        errors.append(q * wrong)
        guesses.append((1 - q) / 2 + q * table.max(axis=0).sum() / 2)
    return errors[0], errors[1], sum(guesses) / 2
