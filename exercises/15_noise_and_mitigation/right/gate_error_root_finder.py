# task: gate_error
# why: Solves for p with a root finder, from three of the points.
from scipy.optimize import brentq


def gate_error(lengths, reference, interleaved, qubits):
    middle = len(lengths) // 2
    gap, whole = lengths[middle] - lengths[0], lengths[-1] - lengths[0]

    def rate(shares):
        part = (shares[0] - shares[middle]) / (shares[0] - shares[-1])
        return brentq(
            lambda r: np.expm1(-gap * r) / np.expm1(-whole * r) - part,
            1e-7,
            2,
            xtol=1e-15,
            rtol=1e-14,
        )

    d = 2**qubits
    difference = rate(interleaved) - rate(reference)
    return -np.expm1(-difference) * (d - 1) / d
