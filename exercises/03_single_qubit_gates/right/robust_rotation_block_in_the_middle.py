# task: robust_rotation
# why: The symmetric form: half of the pulse, the block, the other half.


def robust_rotation(theta):
    phase = np.arccos(-theta / (4 * np.pi))
    half = (theta / 2, 0.0)
    return [half, (np.pi, phase), (2 * np.pi, 3 * phase), (np.pi, phase), half]
