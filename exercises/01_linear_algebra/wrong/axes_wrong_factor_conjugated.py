# task: axes
# why: Conjugates the other factor of the inner product.
# fails: assert_implements not_orthogonal


def clean_axes(vectors):
    axes = []
    for vector in vectors:
        rest = np.array(vector)
        for axis in axes:
            rest = rest - np.vdot(rest, axis) * axis
        if np.linalg.norm(rest) > 1e-9 * np.linalg.norm(vector):
            axes.append(rest / np.linalg.norm(rest))
    return axes
