# task: secret_bits
# why: Reads it off the Bloch arrow: only its part in the equator protects the bit.
from qiskit.quantum_info import DensityMatrix, Pauli


def secret_bits(rho):
    state = DensityMatrix(rho)
    equator = sum(state.expectation_value(Pauli(letter)).real ** 2 for letter in "XY")
    return 1 - np.log2(1 + np.sqrt(np.clip(1 - equator, 0, None)))
