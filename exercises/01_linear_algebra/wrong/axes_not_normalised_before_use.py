# task: axes
# why: Normalises at the end only, and subtracts with vectors that are too long.
# fails: assert_implements not_orthogonal


def clean_axes(vectors):
    rests = []
    for vector in vectors:
        rest = np.array(vector)
        for other in rests:
            rest = rest - np.vdot(other, rest) * other
        if np.linalg.norm(rest) > 1e-9 * np.linalg.norm(vector):
            rests.append(rest)
    return [rest / np.linalg.norm(rest) for rest in rests]
