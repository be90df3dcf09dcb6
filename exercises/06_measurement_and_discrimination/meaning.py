"""What answers mean where they are not unique, for the audit of the checks; no part of any notebook.

A function of a task's name turns the arguments and the result of an answer into plain numbers. Nothing of grader.checks
is used, so that an error there cannot hide itself.
"""

import numpy as np
from grader.accuracy.simulation import outcomes
from qiskit import QuantumCircuit
from qiskit.circuit.library import UnitaryGate
from qiskit.quantum_info import Statevector


def _after(preparation, result, undone=False):
    """Outcomes of the answer after a preparation of its first qubits, which are looked at last if it is undone."""
    n, bits = preparation.num_qubits, result.num_clbits
    whole = QuantumCircuit(max(n, result.num_qubits), bits + (n if undone else 0))
    whole.compose(preparation, range(n), inplace=True)
    whole.compose(result, range(result.num_qubits), range(bits), inplace=True)
    if undone:
        whole.compose(preparation.inverse(), range(n), inplace=True)
        whole.measure(range(n), range(bits, bits + n))
    return outcomes(whole)


def _prepared(amplitudes):
    qubits = len(amplitudes).bit_length() - 1
    circuit = QuantumCircuit(qubits)
    circuit.prepare_state(Statevector(amplitudes), range(qubits))
    return circuit


def _uses(result):
    return sum(step.operation.name == "unknown" for step in result.data)


def _opened(result, matrix):
    """Outcomes with the gate of this matrix in the place of each sealed one."""
    whole = result.copy_empty_like()
    for step in result.data:
        sealed = step.operation.name == "unknown"
        whole.append(UnitaryGate(matrix) if sealed else step.operation, step.qubits, step.clbits)
    return outcomes(whole)


def _local(circuit):
    """Whether no gate acts on two qubits; a branch, or a box of gates, may span both."""
    for step in circuit.data:
        inside = list(getattr(step.operation, "blocks", ()))
        if not inside and len(step.qubits) > 1 and step.operation.name != "barrier":
            inside = [step.operation.definition]
        if not all(part is not None and _local(part) for part in inside):
            return False
    return True


def all_or_one(arguments, result):
    """The answer for either state, and whether the state is still there."""
    n = arguments[0]
    ghz, w = np.zeros(2**n), np.zeros(2**n)
    ghz[[0, -1]] = np.sqrt(0.5)
    w[[2**k for k in range(n)]] = np.sqrt(1 / n)
    told = [_after(_prepared(state), result, undone=True) for state in (ghz, w)]
    return [*told, result.num_qubits <= 2 * n, result.num_clbits]


def two_labs(arguments, result):
    """What the circuit says of each of the four states; two bits, and no gate on both qubits."""
    alpha, beta = arguments
    told = []
    for i in (0, 1):
        for j in (0, 1):
            sent = QuantumCircuit(2)
            sent.ry(2 * alpha + i * np.pi, 1)
            sent.ry(2 * beta[i] + j * np.pi, 0)
            told.append(_after(sent, result))
    return [*told, _local(result), result.num_clbits]


def best_measurement(arguments, result):
    """The chance of a right guess, and whether this is a measurement."""
    rho, sigma, prior = np.array(arguments[0]), np.array(arguments[1]), arguments[2]
    first, second = (np.array(element) for element in result)
    chance = prior * np.trace(first @ rho) + (1 - prior) * np.trace(second @ sigma)
    sound = np.allclose(first + second, np.eye(len(rho)), rtol=0, atol=1e-6)
    for element in (first, second):
        sound = sound and np.allclose(element, element.conj().T, rtol=0, atol=1e-6)
        sound = sound and np.linalg.eigvalsh(element).min() >= -1e-6
    return [chance.real, bool(sound)]


def never_wrong(arguments, result):
    """How often the circuit is sure of which state, for either state; a silent circuit has no guess."""
    told = []
    for sign in (1, -1):
        sent = QuantumCircuit(1)
        sent.ry(sign * 2 * arguments[0], 0)
        found = {}
        for key, chance in _after(sent, result).items():
            name = "silent" if len(key) == 2 and key[0] == "1" else key
            found[name] = found.get(name, 0.0) + chance
        told.append(found)
    return [*told, result.num_qubits <= 3]


def more_answers(arguments, result):
    """The outcomes for four states, which fix them for all."""
    half = np.sqrt(0.5)
    states = [[1, 0], [0, 1], [half, half], [half, half * 1j]]
    return [*(_after(_prepared(state), result) for state in states), result.num_qubits]


def which_gate(arguments, result):
    """What the circuit says of each gate, and how often it uses it."""
    told = [_opened(result, np.array(gate)) for gate in arguments[1]]
    return [*told, _uses(result), result.num_qubits]


def few_uses(arguments, result):
    """What the circuit says of either gate, and whether it uses it seldom enough."""
    _, theta, most = arguments
    told = [_opened(result, np.diag([1, np.exp(1j * angle)])) for angle in (0.0, theta)]
    return [*told, _uses(result) <= most, result.num_qubits <= 10]
