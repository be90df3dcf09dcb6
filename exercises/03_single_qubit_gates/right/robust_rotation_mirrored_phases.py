# task: robust_rotation
# why: The mirror image in the x axis works as well, since the target lies on that axis.

import math


def robust_rotation(theta):
    phase = 2 * math.pi - math.acos(-theta / (4 * math.pi))
    middle = math.fmod(3 * phase, 2 * math.pi)
    return [[math.pi, phase], [2 * math.pi, middle], [math.pi, phase], [theta, 0]]
