# task: some_qubits
# why: Lets Qiskit evolve a state vector, with an operator that need not be unitary.

from qiskit.quantum_info import Operator, Statevector


def apply_gate(state, gate, qubits):
    return Statevector(np.array(state)).evolve(Operator(np.array(gate)), qargs=list(qubits)).data
