# task: slope
# why: Forgets the factor 1/2 of the rule.
# fails: assert_close wrong_value
def slope(energy, angles, k, m):
    total = 0.0
    for mu in range(1, 2 * m + 1):
        x = (2 * mu - 1) * np.pi / (2 * m)
        shifted = list(angles)
        shifted[k] += x
        total += (-1) ** (mu - 1) / (2 * m * np.sin(x / 2) ** 2) * energy(shifted)
    return float(total)
