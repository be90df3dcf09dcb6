# task: axes
# why: Divides by the norm of what is left even where nothing is left.
# fails: assert_implements not_normalised


def clean_axes(vectors):
    axes = []
    for vector in vectors:
        rest = np.array(vector)
        for axis in axes:
            rest = rest - np.vdot(axis, rest) * axis
        axes.append(rest / max(np.linalg.norm(rest), 1e-300))
    return axes
