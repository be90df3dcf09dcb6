# task: intercept
# why: Counts Eve's wrong outcomes as errors of Bob and forgets that Bob may be wrong, or right, after her.
# fails: assert_implements wrong_value
def intercept(q, theta, phi):
    n_x, n_z = np.sin(theta) * np.cos(phi), np.cos(theta)
    return q * (1 - abs(n_z)) / 2, q * (1 - abs(n_x)) / 2, 0.5 + q * (abs(n_z) + abs(n_x)) / 4
