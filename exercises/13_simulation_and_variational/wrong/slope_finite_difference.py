# task: slope
# why: A small difference: it divides the error of the device by 0.0002.
# fails: assert_close wrong_value
def slope(energy, angles, k, m):
    plus, minus = list(angles), list(angles)
    plus[k] += 1e-4
    minus[k] -= 1e-4
    return (energy(plus) - energy(minus)) / 2e-4
