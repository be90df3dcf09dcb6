# task: box
# why: Divides by the squared norms, which is enough for orthogonal inputs only.
# fails: assert_implements wrong_value


def box_matrix(inputs, outputs):
    return sum(np.outer(b, np.conj(a)) / np.vdot(a, a) for a, b in zip(inputs, outputs, strict=True))
