# task: intercept
# why: Lets the measurement shrink the Bloch arrow onto the axis.
def intercept(q, theta, phi):
    axis = np.array([np.sin(theta) * np.cos(phi), np.sin(theta) * np.sin(phi), np.cos(theta)])
    channel = (1 - q) * np.eye(3) + q * np.outer(axis, axis)
    shadow = np.abs(axis) @ np.array([1, 0, 1])
    return (1 - channel[2, 2]) / 2, (1 - channel[0, 0]) / 2, (2 + q * shadow) / 4
