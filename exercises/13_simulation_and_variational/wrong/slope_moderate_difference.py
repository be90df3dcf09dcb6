# task: slope
# why: A difference of moderate size: neither exact nor quiet.
# fails: assert_close wrong_value
def slope(energy, angles, k, m):
    plus, minus = list(angles), list(angles)
    plus[k] += 0.05
    minus[k] -= 0.05
    return (energy(plus) - energy(minus)) / 0.1
