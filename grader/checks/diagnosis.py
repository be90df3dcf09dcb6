"""Finds out what differs between two states or two unitaries, and gives the smallest counterexample."""

from __future__ import annotations

import cmath
import math
from typing import Any

import numpy as np

from grader.checks.verdict import Difference

Array = np.ndarray[Any, np.dtype[np.complex128]]


def state_difference(
    actual: Array, expected: Array, *, strict_phase: bool, tolerance: float
) -> Difference | None:
    """Return how a state differs from the expected one, or None if it does not.

    The most telling difference comes first: `conjugate`, `qubit_order_reversed`, `relative_phase` (all probabilities
    are right), `wrong_amplitudes` (the right basis states, other probabilities), `wrong_state`.

    Args:
        actual: amplitudes, shape (2**n,), norm 1.
        expected: likewise.
        strict_phase: whether a global phase counts.
        tolerance: largest infidelity.
    """
    qubits = _qubits(actual)
    if len(actual) != len(expected):
        return Difference("wrong_size", {"got": qubits, "expected": _qubits(expected)})
    if _infidelity(actual, expected) <= tolerance:
        overlap = np.vdot(expected, actual)
        if strict_phase and 1 - overlap.real > tolerance:
            return Difference("global_phase", {"angle": angle_text(complex(overlap))})
        return None
    if _infidelity(actual.conj(), expected) <= tolerance:
        return Difference("conjugate", {"case": "state"})
    if _infidelity(_reversed_qubits(actual), expected) <= tolerance:
        return Difference("qubit_order_reversed", {"case": "state"})
    return _amplitude_difference(actual, expected, max(math.sqrt(tolerance), 1e-6))


def unitary_difference(
    actual: Array, expected: Array, *, strict_phase: bool, tolerance: float
) -> Difference | None:
    """Return how a unitary differs from the expected one, or None if it does not.

    The most telling difference comes first: `inverse`, `conjugate`, `control_target_swapped`, `qubit_order_reversed`,
    `relative_phase` (all moduli are right), `wrong_unitary`.

    Args:
        actual: matrix, shape (2**n, 2**n), unitary.
        expected: likewise.
        strict_phase: whether a global phase counts.
        tolerance: largest Euclidean distance between two columns.
    """
    qubits = _qubits(actual)
    if len(actual) != len(expected):
        return Difference("wrong_size", {"got": qubits, "expected": _qubits(expected)})
    if _column_distance(actual, expected) <= tolerance:
        if strict_phase and _worst_column(actual, expected) > tolerance:
            return Difference("global_phase", {"angle": angle_text(_overlap(actual, expected))})
        return None
    return _known_mistake(actual, expected, tolerance) or _entry_difference(
        actual, expected, max(tolerance, 1e-6)
    )


def bits(index: int, qubits: int) -> str:
    """Return a basis state's index as Qiskit writes it, qubit 0 rightmost."""
    return format(index, f"0{qubits}b")


def amplitude_text(value: complex) -> str:
    """Return an amplitude rounded to three decimals: "0.707", "-0.5i", "0.5+0.5i"."""
    real, imaginary = round(value.real, 3) + 0.0, round(value.imag, 3) + 0.0
    if imaginary == 0:
        return f"{real:g}"
    if real == 0:
        return f"{imaginary:g}i"
    return f"{real:g}{imaginary:+g}i"


def angle_text(value: complex) -> str:
    """Return the phase of a number as a multiple of π: "0.5π"."""
    return f"{round(cmath.phase(value) / math.pi, 3) + 0.0:g}π"


def _qubits(array: Array) -> int:
    return len(array).bit_length() - 1


def _infidelity(actual: Array, expected: Array) -> float:
    return float(1 - abs(np.vdot(expected, actual)) ** 2)


def _permuted(matrix: Array, order: list[int]) -> Array:
    """Return the matrix with qubit k of its old numbering called order[k]."""
    qubits = len(order)
    axes = [qubits - 1 - order[qubits - 1 - axis] for axis in range(qubits)]
    tensor = matrix.reshape((2,) * (2 * qubits))
    return tensor.transpose([*axes, *(qubits + axis for axis in axes)]).reshape(matrix.shape)


def _reversed_qubits(state: Array) -> Array:
    qubits = _qubits(state)
    return state.reshape((2,) * qubits).transpose(range(qubits)[::-1]).reshape(-1)


def _amplitude_difference(actual: Array, expected: Array, slack: float) -> Difference:
    """Return the first amplitude that differs by more than `slack`, which an accepted state could differ by."""
    qubits = _qubits(actual)
    moduli, wanted = np.abs(actual), np.abs(expected)
    off = np.abs(moduli - wanted) > slack
    if not off.any():
        return _state_phase(actual, expected, slack)
    foreign = off & ((moduli > slack) != (wanted > slack))
    index = int(np.argmax(foreign if foreign.any() else off))
    parameters = {"basis": bits(index, qubits), "got": amplitude_text(actual[index])}
    if foreign.any():
        case = "extra" if moduli[index] > wanted[index] else "missing"
        return Difference("wrong_state", {"case": case, **parameters})
    probability = round(float(moduli[index] ** 2), 4)
    return Difference("wrong_amplitudes", {**parameters, "probability": probability})


def _state_phase(actual: Array, expected: Array, slack: float) -> Difference:
    """Return the first basis state whose phase relative to the first present one is wrong."""
    qubits = _qubits(actual)
    present = np.flatnonzero(np.abs(expected) > 10 * slack)
    reference = int(present[0]) if len(present) else int(np.argmax(np.abs(expected)))
    turned = actual * np.exp(-1j * np.angle(actual[reference]))
    wanted = expected * np.exp(-1j * np.angle(expected[reference]))
    off = np.abs(turned - wanted)
    index = int(np.argmax(off > max(slack, 0.5 * float(off.max()))))
    return Difference(
        "relative_phase",
        {
            "case": "state",
            "reference": bits(reference, qubits),
            "basis": bits(index, qubits),
            "angle": angle_text(actual[index] / actual[reference]),
        },
    )


def _overlap(actual: Array, expected: Array) -> complex:
    return complex(np.vdot(expected, actual))


def _worst_column(actual: Array, expected: Array) -> float:
    return float(np.max(np.linalg.norm(actual - expected, axis=0)))


def _column_distance(actual: Array, expected: Array) -> float:
    """Return the worst column's distance once the global phase that fits best is taken out."""
    overlap = _overlap(actual, expected)
    if abs(overlap) < 0.5:
        return 2.0
    return _worst_column(actual * (abs(overlap) / overlap), expected)


def _known_mistake(actual: Array, expected: Array, tolerance: float) -> Difference | None:
    """Return the usual mistake that turns the expected unitary into this one, if there is one."""
    if _column_distance(actual.conj().T, expected) <= tolerance:
        return Difference("inverse")
    if _column_distance(actual.conj(), expected) <= tolerance:
        return Difference("conjugate", {"case": "unitary"})
    swapped = _swapped_control(actual, expected, tolerance)
    order = list(reversed(range(_qubits(actual))))
    if swapped is None and _column_distance(_permuted(actual, order), expected) <= tolerance:
        return Difference("qubit_order_reversed", {"case": "unitary"})
    return swapped


def _entry_difference(actual: Array, expected: Array, slack: float) -> Difference:
    """Return the first entry of the matrix, column by column, that differs by more than `slack`."""
    qubits = _qubits(actual)
    distance = np.abs(np.abs(actual) - np.abs(expected))
    off = distance > slack
    if not off.any():
        return _unitary_phase(actual, expected, slack)
    column = int(np.argmax(off.any(axis=0)))
    row = int(np.argmax(distance[:, column]))
    got = amplitude_text(actual[row, column])
    return Difference(
        "wrong_unitary", {"input": bits(column, qubits), "basis": bits(row, qubits), "got": got}
    )


def _swapped_control(actual: Array, expected: Array, tolerance: float) -> Difference | None:
    """Return the pair of qubits that, exchanged, makes a controlled gate right."""
    qubits = _qubits(actual)
    for first in range(qubits):
        for second in range(first + 1, qubits):
            if not (_is_control(expected, first) or _is_control(expected, second)):
                continue
            order = list(range(qubits))
            order[first], order[second] = second, first
            if _column_distance(_permuted(actual, order), expected) <= tolerance:
                return Difference("control_target_swapped", {"first": first, "second": second})
    return None


def _is_control(matrix: Array, qubit: int) -> bool:
    """Return whether a qubit keeps its basis states, and in one of them nothing happens to the others."""
    index = np.arange(len(matrix))
    up = (index >> qubit & 1).astype(bool)
    if np.max(np.abs(matrix[np.ix_(up, ~up)])) > 1e-6:
        return False
    identity = np.eye(len(matrix) // 2, dtype=np.complex128)
    return any(_column_distance(matrix[np.ix_(side, side)], identity) < 1e-6 for side in (up, ~up))


def _unitary_phase(actual: Array, expected: Array, slack: float) -> Difference:
    """Return where a phase is wrong: inside one column, or between two columns."""
    qubits = _qubits(actual)
    turned = np.empty_like(actual)
    for column in range(len(actual)):
        reference = int(np.argmax(np.abs(expected[:, column]) > 10 * slack))
        factor = expected[reference, column] / actual[reference, column]
        turned[:, column] = actual[:, column] * (factor / abs(factor))
        off = np.abs(turned[:, column] - expected[:, column]) > slack
        if off.any():
            row = int(np.argmax(off))
            return Difference(
                "relative_phase",
                {
                    "case": "unitary",
                    "input": bits(column, qubits),
                    "reference": bits(reference, qubits),
                    "basis": bits(row, qubits),
                    "angle": angle_text(actual[row, column] / actual[reference, column]),
                },
            )
    phases = np.array(
        [np.vdot(expected[:, column], actual[:, column]) for column in range(len(actual))]
    )
    off = np.abs(phases - phases[0]) > slack
    column = int(np.argmax(off))
    return Difference(
        "relative_phase",
        {"case": "inputs", "reference": bits(0, qubits), "input": bits(column, qubits)},
    )
