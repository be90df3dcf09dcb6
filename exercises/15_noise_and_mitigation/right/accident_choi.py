# task: accident
# why: Works out what becomes of each |i><j| and puts the blocks together to a Choi matrix.
from qiskit.quantum_info import Choi


def accident(miss, look, lose):
    flip = np.array([[0, 1], [1, 0]])
    rows = []
    for i in range(2):
        row = []
        for j in range(2):
            rho = np.zeros((2, 2), dtype=complex)
            rho[i, j] = 1
            image = (1 - miss - look - lose) * np.diag([1, 1j]) @ rho @ np.diag([1, -1j])
            image = image + miss * rho + look * (rho + flip @ rho @ flip) / 2
            row.append(image + lose * np.trace(rho) * np.diag([1, 0]))
        rows.append(row)
    return Choi(np.block(rows))
