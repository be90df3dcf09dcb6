# task: impossible
# why: Finds the lowest eigenvector by applying c - J again and again.
def impossible(images):
    choi = np.asarray(images).swapaxes(1, 2).reshape(4, 4)
    shifted = (1 + np.linalg.norm(choi)) * np.eye(4) - choi
    many = np.linalg.matrix_power(shifted / np.linalg.norm(shifted, 2), 4096)
    column = int(np.argmax(np.linalg.norm(many, axis=0)))
    vector = many[:, column] / np.linalg.norm(many[:, column])
    return vector if np.vdot(vector, choi @ vector).real < -1e-3 else None
