# task: shots_needed
# why: Uses exact fractions and whole-number division.

from fractions import Fraction


def shots_needed(standard_error, p=None):
    p = Fraction(1, 2) if p is None else Fraction(p)
    quotient = p * (1 - p) / Fraction(standard_error) ** 2
    return max(1, -(-quotient.numerator // quotient.denominator))
