# task: intercept
# why: Leaves out the lucky guesses for photons that were not intercepted.
# fails: assert_implements wrong_value
def intercept(q, theta, phi):
    n_x, n_z = np.sin(theta) * np.cos(phi), np.cos(theta)
    guess = q * (2 + abs(n_z) + abs(n_x)) / 4
    return q * (1 - n_z**2) / 2, q * (1 - n_x**2) / 2, guess
