"""The one simple gate that an answer lacks or has too many, found where it is the whole difference."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from grader.checks.diagnosis.notation import Array, qubits_of
from grader.checks.verdict import Difference

_T = np.exp(0.25j * np.pi)

_SIMPLE: Mapping[str, Array] = {
    name: np.array(entries, dtype=np.complex128)
    for name, entries in {
        "X": [[0, 1], [1, 0]],
        "Y": [[0, -1j], [1j, 0]],
        "Z": [[1, 0], [0, -1]],
        "H": [[0.5**0.5, 0.5**0.5], [0.5**0.5, -(0.5**0.5)]],
        "S": [[1, 0], [0, 1j]],
        "S†": [[1, 0], [0, -1j]],
        "T": [[1, 0], [0, _T]],
        "T†": [[1, 0], [0, _T.conjugate()]],
    }.items()
}
"""Name of a gate -> its matrix."""


def state_off_by_gate(actual: Array, expected: Array, tolerance: float) -> Difference | None:
    """Return the simple gate that at the end makes a state of at least two qubits right, if there is exactly one.

    Of a single qubit it would tell the whole answer.
    """
    qubits = qubits_of(actual)
    found: list[tuple[str, int]] = []
    for qubit in range(qubits if qubits > 1 else 0):
        answer = _seen_from(actual, qubit)
        target = _seen_from(expected, qubit)
        # <expected|G|actual> = tr(G M) for all gates at once
        moment = answer @ target.conj().T
        for gate, matrix in _SIMPLE.items():
            if 1 - abs(np.sum(matrix.T * moment)) ** 2 <= tolerance:
                found.append((gate, qubit))
    if len(found) != 1:
        return None
    gate, qubit = found[0]
    return Difference("off_by_gate", {"case": "end", "gate": gate, "qubit": qubit})


def unitary_off_by_gate(actual: Array, expected: Array, tolerance: float) -> Difference | None:
    """Return the simple gate that at the end or the beginning makes a unitary right, if one does.

    It is named only where it is the only one; of a single qubit it would tell the whole answer.
    """
    qubits = qubits_of(actual)
    found: list[tuple[str, str, int]] = []
    sides = {"end": actual @ expected.conj().T, "begin": expected.conj().T @ actual}
    for place, rest in sides.items():
        for qubit in range(qubits if qubits > 1 else 0):
            gate = _alone(rest, qubit, tolerance)
            if gate is not None:
                found.append((place, gate, qubit))
    if not found:
        return None
    if len(found) > 1:
        return Difference("off_by_gate")
    place, gate, qubit = found[0]
    return Difference("off_by_gate", {"case": place, "gate": gate, "qubit": qubit})


def _seen_from(state: Array, qubit: int) -> Array:
    """Return a state as a matrix whose rows are the values of one qubit."""
    return state.reshape(-1, 2, 2**qubit).swapaxes(0, 1).reshape(2, -1)


def _alone(rest: Array, qubit: int, tolerance: float) -> str | None:
    """Return the simple gate that undoes a unitary, if this acts on one qubit and is the inverse of such a gate."""
    pairs = rest.reshape(-1, 2, 2**qubit, len(rest))
    block = rest[np.ix_((0, 1 << qubit), (0, 1 << qubit))]
    if abs(np.linalg.norm(block) - 2**0.5) > max(tolerance, 1e-9):
        return None
    undone = np.einsum("ab,ibjc->iajc", block.conj().T, pairs).reshape(rest.shape)
    if np.max(np.linalg.norm(undone - np.eye(len(rest)), axis=0)) > tolerance:
        return None
    for gate, matrix in _SIMPLE.items():
        overlap = np.sum(matrix.T * block)
        if abs(overlap) < 1:
            continue
        left = matrix @ block * (abs(overlap) / overlap) - np.eye(2)
        if np.max(np.linalg.norm(left, axis=0)) <= tolerance:
            return gate
    return None
