# task: slope
# why: Plus and minus in pairs, with the weights of the closed form for a half circle.
def slope(energy, angles, k, m):
    def shifted(x):
        other = list(angles)
        other[k] = other[k] + x
        return other

    result, sign = 0.0, 1
    for u in range(m):
        x = np.pi * (u + 0.5) / m
        weight = sign / (2 * m * (1 - np.cos(x)))
        result += weight * (energy(shifted(x)) - energy(shifted(-x)))
        sign = -sign
    return result
