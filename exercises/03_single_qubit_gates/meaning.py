"""What answers mean where they are not unique, for the audit of the checks; no part of any notebook.

A function of a task's name turns the arguments and the result of an answer into plain numbers. Nothing of grader.checks
is used, so that an error there cannot hide itself.
"""

import numpy as np

_X = np.array([[0, 1], [1, 0]])
_S, _T = np.diag([1, 1j]), np.diag([1, np.exp(0.25j * np.pi)])
_GATES = {"x": _X, "h": np.array([[1, 1], [1, -1]]) / np.sqrt(2), "s": _S, "t": _T}


def _matrix(word):
    total = np.eye(2)
    for letter in word:
        total = _GATES[letter] @ total
    return total


def bloch_angles(arguments, result):
    """The two angles; at the poles the second one has no meaning."""
    theta, phi = result
    pole = min(abs(np.asarray(arguments[0]))) < 1e-12
    return [theta, 0.0 if pole else phi]


def undo_word(arguments, result):
    """The matrix of the whole sequence, and whether the list keeps its length and its letters."""
    word, back = list(arguments[0]), list(result)
    return [_matrix([*word, *back]), len(back) <= 7 * len(word), set(back) <= set("xhst")]


def exact_words(arguments, result):
    """The matrix of the word, and whether it keeps its length and its letters."""
    word = list(result)
    return [_matrix(word), len(word) <= 8, set(word) <= set("hs")]


def measure_along(arguments, result):
    """The probability of the outcome 1 for six inputs, which fixes it for all; one qubit and one bit."""
    from grader.accuracy.simulation import outcomes
    from qiskit import QuantumCircuit

    chances = []
    for theta, phi in [(0, 0), (np.pi, 0), (1.5, 0), (1.5, np.pi), (1.5, 1.5), (1.5, -1.5)]:
        circuit = QuantumCircuit(result.num_qubits, result.num_clbits)
        circuit.ry(theta, 0)
        circuit.rz(phi, 0)
        whole = circuit.compose(result, qubits=circuit.qubits, clbits=circuit.clbits)
        chances.append(outcomes(whole).get("1", 0.0))
    return [result.num_qubits, result.num_clbits, chances]


def turns_from_matrix(arguments, result):
    """The matrix with its phase; at most three gates rz and ry."""
    from grader.accuracy.simulation import matrix

    names = [step.operation.name for step in result.decompose(["circuit-*"]).data]
    return [matrix(result), len(names) <= 3, set(names) <= {"rz", "ry"}]


def robust_rotation(arguments, result):
    """Whether the sequence keeps each limit of the text."""

    def pulse(angle, phase):
        axis = np.array([[0, np.exp(-1j * phase)], [np.exp(1j * phase), 0]])
        return np.cos(angle / 2) * np.eye(2) - 1j * np.sin(angle / 2) * axis

    def distance(error):
        total = np.eye(2)
        for angle, phase in result:
            total = pulse((1 + error) * angle, phase) @ total
        overlap = abs(np.trace(pulse(arguments[0], 0).conj().T @ total)) / 2
        return np.sqrt(max(0.0, 1 - overlap))

    errors = [sign * size for size in (0.1, 0.08, 0.06, 0.04, 0.03, 0.02, 0.01) for sign in (1, -1)]
    return [
        len(result) <= 5,
        all(-1e-9 <= angle <= 2 * np.pi + 1e-9 for angle, _ in result),
        distance(0) < 1e-6,
        all(distance(error) <= 5 * abs(error) ** 3 for error in errors),
    ]


def robust_rotation_instance(rng):
    """An angle above 0 and up to pi."""
    return (float(rng.uniform(0.02, np.pi)),)
