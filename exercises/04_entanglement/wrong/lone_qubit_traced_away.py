# task: lone_qubit
# why: Traces out the qubit that should stay; right shape for two qubits, wrong qubit.
# fails: assert_implements wrong_value
def lone_qubit(amplitudes, qubit):
    from qiskit.quantum_info import Statevector

    return partial_trace(Statevector(amplitudes), [qubit]).data
