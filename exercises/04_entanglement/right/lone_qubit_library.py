# task: lone_qubit
# why: Calls Qiskit's partial trace over all other qubits.
from qiskit.quantum_info import Statevector


def lone_qubit(amplitudes, qubit):
    state = Statevector(amplitudes)
    gone = [k for k in range(state.num_qubits) if k != qubit]
    return partial_trace(state, gone).data
