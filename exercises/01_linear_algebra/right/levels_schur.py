# task: levels
# why: Schur form of a Hermitian matrix is diagonal; the levels are sorted afterwards.

from scipy.linalg import schur


def levels(matrix):
    triangle, basis = schur(np.array(matrix, dtype=complex), output="complex")
    found = {}
    for place, value in enumerate(np.diag(triangle).real):
        key = next((k for k in found if abs(k - value) < 1e-5), float(value))
        column = basis[:, [place]]
        found[key] = found.get(key, 0) + column @ column.conj().T
    return sorted(found.items(), key=lambda pair: pair[0])
