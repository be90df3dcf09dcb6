# task: amplified
# why: A round is a function of the circuit so far.
from qiskit.circuit.library import DiagonalGate


def amplified(preparation, marking, rounds):
    n = preparation.num_qubits
    if rounds == 0:
        circuit = QuantumCircuit(n)
        circuit.append(preparation, list(range(n)))
        return circuit
    circuit = amplified(preparation, marking, rounds - 1)
    circuit.append(marking, list(range(n)))
    circuit.append(preparation.inverse(), list(range(n)))
    signs = [1] * 2**n
    signs[0] = -1
    circuit.append(DiagonalGate(signs), list(range(n)))
    circuit.append(preparation, list(range(n)))
    return circuit
