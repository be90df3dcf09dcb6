# task: slope
# why: Fits all coefficients by least squares; the even ones drop out of the slope.
def slope(energy, angles, k, m):
    x = (2 * np.arange(2 * m) + 1) * np.pi / (2 * m)
    values = [energy([*angles[:k], angles[k] + s, *angles[k + 1 :]]) for s in x]
    columns = [np.ones(2 * m)]
    columns += [np.cos(w * x) for w in range(1, m)]
    columns += [np.sin(w * x) for w in range(1, m + 1)]
    fitted = np.linalg.lstsq(np.array(columns).T, np.array(values), rcond=None)[0]
    return float(np.arange(1, m + 1) @ fitted[m:])
