# task: axes
# why: Keeps the vectors that raise the rank, then a QR decomposition with its signs mended.


def clean_axes(vectors):
    kept = []
    for vector in vectors:
        size = np.linalg.norm(vector)
        if size > 0:
            tried = np.column_stack([*kept, np.array(vector) / size])
            _, triangle = np.linalg.qr(tried)
            if tried.shape[1] <= len(vector) and abs(triangle[-1, -1]) > 1e-9:
                kept.append(np.array(vector) / size)
    if not kept:
        return []
    axes, triangle = np.linalg.qr(np.column_stack(kept))
    signs = np.diag(triangle) / np.abs(np.diag(triangle))
    return list((axes * signs).T)
