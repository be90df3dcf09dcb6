# task: bloch_angles
# why: Reads the relative phase from the product a* b and the tilt from the probability of 1.

import cmath
import math


def bloch_angles(state):
    a, b = complex(state[0]), complex(state[1])
    theta = 2 * math.asin(min(1.0, abs(b)))
    relative = a.conjugate() * b
    if relative == 0:
        return theta, 0.0
    phi = cmath.phase(relative)
    return theta, phi + 2 * math.pi if phi < 0 else phi
