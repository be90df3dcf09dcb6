# task: axes
# why: Takes away the projection on all axes at once, and does it twice.


def clean_axes(vectors):
    d = len(vectors[0])
    axes = np.zeros((d, 0), dtype=complex)
    for vector in vectors:
        size = np.linalg.norm(vector)
        if size == 0:
            continue
        rest = vector / size
        for _ in range(2):
            rest = rest - axes @ (axes.conj().T @ rest)
        left = np.linalg.norm(rest)
        if left > 1e-8:
            axes = np.column_stack([axes, rest / left])
    return list(axes.T)
