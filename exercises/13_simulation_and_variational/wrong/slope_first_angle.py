# task: slope
# why: Shifts the first angle, whatever k is.
# fails: assert_close wrong_value
def slope(energy, angles, k, m):
    total = 0.0
    for mu in range(1, 2 * m + 1):
        x = (2 * mu - 1) * np.pi / (2 * m)
        shifted = list(angles)
        shifted[0] += x
        total += (-1) ** (mu - 1) / (4 * m * np.sin(x / 2) ** 2) * energy(shifted)
    return float(total)
