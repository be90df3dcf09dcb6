# task: intercept
# why: Eve always trusts the positive end, also where the axis points away.
# fails: assert_implements wrong_value
def intercept(q, theta, phi):
    n_x, n_z = np.sin(theta) * np.cos(phi), np.cos(theta)
    return q * (1 - n_z**2) / 2, q * (1 - n_x**2) / 2, 0.5 + q * (n_z + n_x) / 4
