# task: axes
# why: An orthonormal basis of the span, but not built vector by vector.
# fails: assert_implements wrong_value


def clean_axes(vectors):
    u, sizes, _ = np.linalg.svd(np.column_stack(vectors), full_matrices=False)
    return list(u[:, sizes > 1e-9 * np.max(sizes)].T)
