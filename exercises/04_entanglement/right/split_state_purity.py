# task: split_state
# why: Decides by the purity that Qiskit computes, and measures the size of a column.
from qiskit.quantum_info import Statevector


def split_state(amplitudes):
    state = Statevector(amplitudes)
    if partial_trace(state, [0]).purity().real < 1 - 1e-5:
        return None
    columns = state.data.reshape(2, 2).T
    column = max(columns, key=np.linalg.norm)
    high = column / np.linalg.norm(column)
    return high, np.array([np.vdot(high, columns[0]), np.vdot(high, columns[1])])
