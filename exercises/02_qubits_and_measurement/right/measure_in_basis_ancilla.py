# task: measure_in_basis
# why: Compares with a reflection through a second qubit.

from qiskit.circuit.library import UnitaryGate


def measure_in_basis(preparation, first):
    ket = np.array(first, dtype=complex)
    reflection = 2 * np.outer(ket, ket.conj()) - np.eye(2)
    circuit = QuantumCircuit(2, 1)
    circuit.compose(preparation, qubits=[1], inplace=True)
    circuit.h(0)
    circuit.append(UnitaryGate(reflection).control(1), [0, 1])
    circuit.h(0)
    circuit.measure(0, 0)
    return circuit
