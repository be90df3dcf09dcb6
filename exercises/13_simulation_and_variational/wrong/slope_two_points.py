# task: slope
# why: The two-point rule for one gate, whatever m is.
# fails: assert_close wrong_value
def slope(energy, angles, k, m):
    plus, minus = list(angles), list(angles)
    plus[k] += np.pi / 2
    minus[k] -= np.pi / 2
    return (energy(plus) - energy(minus)) / 2
