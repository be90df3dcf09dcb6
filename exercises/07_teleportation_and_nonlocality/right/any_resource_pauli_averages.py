# task: any_resource
# why: The diagonal correlations XX, YY, ZZ give the probabilities of the four errors; returned as a SuperOp.
from qiskit.quantum_info import Pauli, SuperOp


def arriving(resource):
    def mean(label):
        return np.trace(np.array(resource) @ Pauli(label).to_matrix()).real

    xx, yy, zz = mean("XX"), mean("YY"), mean("ZZ")
    weights = {
        "I": (1 + xx - yy + zz) / 4,
        "X": (1 + xx + yy - zz) / 4,
        "Y": (1 - xx - yy - zz) / 4,
        "Z": (1 - xx + yy + zz) / 4,
    }
    total = sum(p * SuperOp(Pauli(label)).data for label, p in weights.items())
    return SuperOp(total)
