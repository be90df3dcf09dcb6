# task: robust_rotation
# why: The correcting block stands behind the pulse instead of in front of it.


def robust_rotation(theta):
    phase = np.arccos(-theta / (4 * np.pi))
    block = [(np.pi, phase), (2 * np.pi, 3 * phase), (np.pi, phase)]
    return [(theta, 0), *block]
