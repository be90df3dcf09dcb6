# task: outvoted
# why: Knows the formula for three qubits and uses it on the first three.
# fails: assert_implements wrong_value
def outvoted(chances):
    a, b, c = chances[:3]
    wrong = a * b + b * c + a * c - 2 * a * b * c
    return wrong, wrong < min(chances)
