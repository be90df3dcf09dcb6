# task: amplified
# why: The reflection as a controlled Z with an open control state.
from qiskit.circuit.library import ZGate


def amplified(preparation, marking, rounds):
    n = preparation.num_qubits
    mirror = QuantumCircuit(n)
    mirror.x(n - 1)
    if n == 1:
        mirror.z(0)
    else:
        mirror.append(ZGate().control(n - 1, ctrl_state=0), range(n))
    mirror.x(n - 1)

    one = QuantumCircuit(n)
    one.append(marking, range(n))
    one.append(preparation.inverse(), range(n))
    one.compose(mirror, inplace=True)
    one.append(preparation, range(n))

    circuit = QuantumCircuit(n)
    circuit.append(preparation, range(n))
    for _ in range(rounds):
        circuit.compose(one, inplace=True)
    return circuit
