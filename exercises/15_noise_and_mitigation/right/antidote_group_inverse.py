# task: antidote
# why: Pauli matrices multiply like pairs of bits: inverts the matrix of the group convolution.
def antidote(kraus, error):
    x, z = np.array([[0, 1], [1, 0]]), np.diag([1, -1])
    group = [np.eye(2), x, x @ z, z]  # the labels (x, z) are 00, 10, 11, 01
    labels = [(0, 0), (1, 0), (1, 1), (0, 1)]
    p = {}
    for label, matrix in zip(labels, group, strict=True):
        p[label] = sum(abs(np.vdot(matrix, k)) ** 2 for k in kraus) / 4
    table = [[p[(a[0] ^ b[0], a[1] ^ b[1])] for b in labels] for a in labels]
    weights = np.linalg.solve(table, [1, 0, 0, 0])
    return weights, math.ceil((np.linalg.norm(weights, 1) / error) ** 2)
