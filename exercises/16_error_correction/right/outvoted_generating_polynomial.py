# task: outvoted
# why: Multiplies the polynomials 1 - p + p t and adds the upper half of the coefficients.
def outvoted(chances):
    coefficients = np.polynomial.Polynomial([1.0])
    for p in chances:
        coefficients = coefficients * np.polynomial.Polynomial([1 - p, p])
    wrong = 1 - float(np.sum(coefficients.coef[: len(chances) // 2 + 1]))
    return wrong, not wrong >= min(chances)
