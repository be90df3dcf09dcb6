# task: zero_noise
# why: QR decomposition of the weighted equations.
def zero_noise(factors, means, errors, degree):
    table = np.array([factors, means, errors], dtype=float)
    columns = np.array([table[0] ** j / table[2] for j in range(degree, -1, -1)]).T
    q, r = np.linalg.qr(columns)
    solution = np.linalg.solve(r, q.T @ (table[1] / table[2]))
    value, error = solution[-1], 1 / abs(r[-1, -1])
    raw = table[:, table[0] == 1][:, 0]
    return float(value), float(error), bool(abs(value - raw[1]) > 2 * (error + raw[2]))
