# task: axes
# why: Takes the columns of a QR decomposition as they come.
# fails: assert_implements wrong_sign


def clean_axes(vectors):
    axes, _ = np.linalg.qr(np.column_stack(vectors))
    return list(axes.T)
