# task: slope
# why: Fits with 2m + 1 points, one more than allowed.
# fails: assert_between out_of_range
def slope(energy, angles, k, m):
    x = 2 * np.pi * np.arange(2 * m + 1) / (2 * m + 1)
    values = []
    for s in x:
        shifted = list(angles)
        shifted[k] += s
        values.append(energy(shifted))
    waves = [w * 2 / (2 * m + 1) * np.sin(w * x) @ values for w in range(1, m + 1)]
    return float(sum(waves))
