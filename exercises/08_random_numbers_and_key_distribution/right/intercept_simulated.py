# task: intercept
# why: Simulates with Qiskit: turn the axis onto z, record the outcome on a qubit of Eve, turn back.
from qiskit.quantum_info import Statevector


def intercept(q, theta, phi):
    errors, right = [], []
    for basis in "ZX":
        wrong = 0.0
        told = np.zeros((2, 2))
        for bit in range(2):
            circuit = QuantumCircuit(2)
            if bit:
                circuit.x(0)
            if basis == "X":
                circuit.h(0)
            circuit.rz(-phi, 0)
            circuit.ry(-theta, 0)
            circuit.cx(0, 1)
            circuit.ry(theta, 0)
            circuit.rz(phi, 0)
            if basis == "X":
                circuit.h(0)
            chances = Statevector(circuit).probabilities().reshape(2, 2)
            wrong += chances[:, 1 - bit].sum() / 2
            told[bit] = chances.sum(axis=1)
        errors.append(q * wrong)
        right.append(told.max(axis=0).sum() / 2)
    return [errors[0], errors[1], (1 - q) / 2 + q * (right[0] + right[1]) / 2]
