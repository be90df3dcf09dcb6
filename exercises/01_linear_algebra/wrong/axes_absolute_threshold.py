# task: axes
# why: Compares what is left with a fixed length.
# fails: assert_implements wrong_length


def clean_axes(vectors):
    axes = []
    for vector in vectors:
        rest = np.array(vector)
        for axis in axes:
            rest = rest - np.vdot(axis, rest) * axis
        if np.linalg.norm(rest) > 1e-7:
            axes.append(rest / np.linalg.norm(rest))
    return axes
