# task: matrix_of_sequence
# why: Multiplies the reversed list with functools.reduce, all diagonal gates as powers of T.

from functools import reduce


def matrix_of(names):
    def gate(name):
        powers = {"t": 1, "s": 2, "z": 4, "sdg": 6, "tdg": 7}
        if name in powers:
            return np.diag([1, np.exp(1j * np.pi * powers[name] / 4)])
        if name == "h":
            return np.array([[1, 1], [1, -1]]) * 0.5**0.5
        return np.array([[0, 1], [1, 0]]) if name == "x" else np.array([[0, -1j], [1j, 0]])

    return reduce(np.matmul, [gate(name) for name in reversed(names)], np.identity(2))
