# task: accident
# why: Uses Qiskit's channel arithmetic.
from qiskit.quantum_info import Kraus


def accident(miss, look, lose):
    gate = SuperOp(Operator(np.diag([1, 1j])))
    nothing = SuperOp(np.eye(4))
    seen = SuperOp(Kraus([np.full((2, 2), 0.5), np.array([[0.5, -0.5], [-0.5, 0.5]])]))
    lost = SuperOp(Kraus([np.array([[1, 0], [0, 0]]), np.array([[0, 1], [0, 0]])]))
    return (1 - miss - look - lose) * gate + miss * nothing + look * seen + lose * lost
