# task: axes
# why: Finishes one axis and clears it from all vectors that come later.


def clean_axes(vectors):
    rests = [np.array(vector, dtype=complex) for vector in vectors]
    lengths = [np.linalg.norm(rest) for rest in rests]
    axes = []
    while rests:
        rest, length = rests.pop(0), lengths.pop(0)
        left = np.linalg.norm(rest)
        if left > 1e-10 * length:
            axis = rest / left
            axes.append(axis)
            rests = [other - np.vdot(axis, other) * axis for other in rests]
    return axes
