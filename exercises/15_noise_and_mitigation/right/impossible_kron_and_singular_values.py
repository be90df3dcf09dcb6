# task: impossible
# why: Adds tensor products, asks Qiskit whether the channel is completely positive, and takes the vector by a singular value decomposition.
from qiskit.quantum_info import Choi


def impossible(images):
    total = np.zeros((4, 4), dtype=complex)
    for i in range(2):
        for j in range(2):
            unit = np.outer(np.eye(2)[i], np.eye(2)[j])
            total += np.kron(unit, images[i][j])
    if Choi(total).is_cp():
        return None
    top = np.linalg.eigvalsh(total)[-1]
    return np.linalg.svd(top * np.eye(4) - total)[0][:, 0]
