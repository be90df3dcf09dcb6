# task: box
# why: Sum of outputs times rows of the dual basis.


def box_matrix(inputs, outputs):
    dual = np.linalg.pinv(np.stack(inputs, axis=1))
    return sum(np.outer(image, row) for image, row in zip(outputs, dual, strict=True))
