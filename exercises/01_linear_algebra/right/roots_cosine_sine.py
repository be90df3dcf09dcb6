# task: roots
# why: Real and imaginary parts from cosine and sine, with the logarithm for the length.

import cmath
import math


def roots(z, n):
    logarithm = cmath.log(z)
    length = math.exp(logarithm.real / n)
    result = []
    for k in range(-n, 0):
        angle = (logarithm.imag - 2 * math.pi * k) / n
        result.append(complex(length * math.cos(angle), length * math.sin(angle)))
    return result
