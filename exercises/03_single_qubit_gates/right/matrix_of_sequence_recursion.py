# task: matrix_of_sequence
# why: The matrix of a list is the matrix of its last gate times the matrix of the rest.

_OMEGA = np.exp(1j * np.pi / 4)
_GATES = {
    "x": [[0, 1], [1, 0]],
    "y": [[0, -1j], [1j, 0]],
    "z": [[1, 0], [0, -1]],
    "h": [[0.5**0.5, 0.5**0.5], [0.5**0.5, -(0.5**0.5)]],
    "s": [[1, 0], [0, 1j]],
    "sdg": [[1, 0], [0, -1j]],
    "t": [[1, 0], [0, _OMEGA]],
    "tdg": [[1, 0], [0, _OMEGA**-1]],
}


def matrix_of(names):
    if len(names) == 0:
        return np.array([[1, 0], [0, 1]])
    *rest, last = names
    return np.array(_GATES[last]) @ matrix_of(rest)
