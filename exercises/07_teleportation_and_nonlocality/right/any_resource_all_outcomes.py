# task: any_resource
# why: One Kraus matrix for each outcome and each eigenvector of the pair, by contracting indices.
def arriving(resource):
    values, vectors = np.linalg.eigh(np.array(resource))
    x_gate, z_gate = np.array([[0.0, 1.0], [1.0, 0.0]]), np.diag([1.0, -1.0])
    kraus = []
    for index, value in enumerate(values):
        if value < 1e-12:
            continue
        pair = vectors[:, index].reshape(2, 2)  # Bob, Alice
        for x in (0, 1):
            for z in (0, 1):
                bell = np.zeros((2, 2))  # Alice, unknown
                bell[0, x] = np.sqrt(0.5)
                bell[1, 1 - x] = (-1) ** z * np.sqrt(0.5)
                step = np.einsum("ba,au->bu", pair, bell)
                if x:
                    step = x_gate @ step
                if z:
                    step = z_gate @ step
                kraus.append(np.sqrt(value) * step)
    return kraus
