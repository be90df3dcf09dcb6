# task: part_of_gate
# why: Matrix logarithm and matrix exponential from SciPy.

from scipy.linalg import expm, logm


def part_of_gate(gate, t):
    return expm(t * logm(np.array(gate, dtype=complex)))
