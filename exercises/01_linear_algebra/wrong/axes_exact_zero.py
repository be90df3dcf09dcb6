# task: axes
# why: Expects that nothing is left exactly.
# fails: assert_implements not_orthogonal


def clean_axes(vectors):
    axes = []
    for vector in vectors:
        rest = np.array(vector)
        for axis in axes:
            rest = rest - np.vdot(axis, rest) * axis
        if np.any(rest != 0):
            axes.append(rest / np.linalg.norm(rest))
    return axes
