# task: any_resource
# why: A Pauli channel shrinks each axis of the Bloch ball by the pair's correlation along it.
from qiskit.quantum_info import PTM, DensityMatrix, Pauli


def arriving(resource):
    pair = DensityMatrix(resource)
    shrink = [1, 1, -1, 1]
    diagonal = [
        sign * pair.expectation_value(Pauli(letter * 2)).real
        for sign, letter in zip(shrink, "IXYZ", strict=True)
    ]
    return PTM(np.diag(diagonal))
