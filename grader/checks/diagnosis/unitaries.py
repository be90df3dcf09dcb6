"""Finds out what differs between two unitaries or isometries, and gives the smallest counterexample."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from grader.checks.diagnosis.gates import unitary_off_by_gate
from grader.checks.diagnosis.notation import (
    Array,
    amplitude_text,
    angle_text,
    bits,
    exchanges,
    order_parameters,
    other_orders,
    permuted,
    permuted_rows,
    qubits_of,
)
from grader.checks.verdict import Difference

_MOST_DIAGNOSED = 2**10
"""Rows of a matrix for which the dearer mistakes are looked for."""
_UNSEEN = 5e-4
"""A difference of two moduli that a learner does not see in three decimals."""


def unitary_difference(
    actual: Array,
    expected: Array,
    *,
    strict_phase: bool,
    tolerance: float,
    backwards: Callable[[], Array] | None = None,
) -> Difference | None:
    """Return how a unitary or an isometry differs from the expected one, or None if it does not.

    The most telling difference comes first: `does_nothing`, `inverse`, `conjugate`, `control_target_swapped`,
    `qubit_order_reversed`, `qubits_permuted`, `relative_phase` (all moduli are right), `gates_reversed`, `transposed`,
    `off_by_gate`, `wrong_unitary`.

    Args:
        actual: matrix of shape (2**n, 2**m), m <= n, whose columns are orthonormal: column x belongs to input |x>.
        expected: likewise.
        strict_phase: whether a global phase counts.
        tolerance: largest Euclidean distance between two columns.
        backwards: gives the matrix of the expected circuit with its gates in reverse order; None if there is none.
    """
    if actual.shape != expected.shape:
        got, wanted = qubits_of(actual), qubits_of(expected)
        return Difference("wrong_size", {"got": got, "expected": wanted})
    if column_distance(actual, expected) <= tolerance:
        if strict_phase and worst_column(actual, expected) > tolerance:
            return Difference("global_phase", {"angle": angle_text(_overlap(actual, expected))})
        return None
    square = actual.shape[0] == actual.shape[1]
    known = _mistake_of_square if square else _mistake_of_isometry
    found = known(actual, expected, tolerance)
    if found is not None:
        return found
    labels = [bits(column, qubits_of(actual.T)) for column in range(actual.shape[1])]
    entry = entry_difference(actual, expected, labels, tolerance)
    if entry.code == "wrong_unitary":
        entry = _rarer_mistake(actual, expected, tolerance, backwards) or entry
    return entry


def _rarer_mistake(
    actual: Array, expected: Array, tolerance: float, backwards: Callable[[], Array] | None
) -> Difference | None:
    """Return the mistake that explains a unitary with wrong moduli, if there is one."""
    square = actual.shape[0] == actual.shape[1]
    if backwards is not None and _same(actual, backwards(), tolerance):
        return Difference("gates_reversed")
    if square and _same(actual.T, expected, tolerance):
        return Difference("transposed")
    if square and len(actual) <= _MOST_DIAGNOSED:
        return unitary_off_by_gate(actual, expected, tolerance)
    return None


def column_distance(actual: Array, expected: Array) -> float:
    """Return the worst column's distance once the global phase that fits best is taken out; at most 2."""
    overlap = _overlap(actual, expected)
    if abs(overlap) < 0.5:
        return 2.0
    return worst_column(actual * (abs(overlap) / overlap), expected)


def worst_column(actual: Array, expected: Array) -> float:
    """Return the largest Euclidean distance between a column and the expected one."""
    return float(np.max(np.linalg.norm(actual - expected, axis=0)))


def entry_difference(
    actual: Array, expected: Array, labels: Sequence[str], tolerance: float
) -> Difference:
    """Return the first entry, column by column, that differs clearly.

    Args:
        actual: the answer's columns.
        expected: those asked for; they differ from the answer's by more than the tolerance.
        labels: the input, as bits, that each column belongs to.
        tolerance: largest distance of two columns that are equal.
    """
    qubits = qubits_of(actual)
    distance = np.abs(np.abs(actual) - np.abs(expected))
    overlaps = np.einsum("rc,rc->c", expected.conj(), actual)
    turned = actual * np.exp(-1j * np.angle(overlaps))
    # what is small beside the greatest difference may be its shadow, as long as nobody sees it in three decimals
    shadow = min(_UNSEEN, 0.05 * float(np.max(np.abs(turned - expected))))
    off = distance > max(tolerance, 1e-6, shadow)
    if not off.any():
        return _phase_difference(actual, expected, labels, overlaps, tolerance)
    column = int(np.argmax(off.any(axis=0)))
    row = int(np.argmax(distance[:, column] > 0.9 * float(distance[:, column].max())))
    got = amplitude_text(actual[row, column])
    return Difference(
        "wrong_unitary", {"input": labels[column], "basis": bits(row, qubits), "got": got}
    )


def _overlap(actual: Array, expected: Array) -> complex:
    return complex(np.vdot(expected, actual))


def _same(actual: Array, expected: Array, tolerance: float) -> bool:
    return actual.shape == expected.shape and column_distance(actual, expected) <= tolerance


def _mistake_of_isometry(actual: Array, expected: Array, tolerance: float) -> Difference | None:
    if _same(actual.conj(), expected, tolerance):
        return Difference("conjugate", {"case": "unitary"})
    for order in other_orders(qubits_of(actual)):
        if _first_column(permuted_rows(actual[:, :1], order), expected, tolerance) and _same(
            permuted_rows(actual, order), expected, tolerance
        ):
            return Difference("qubits_permuted", order_parameters(order, at_end=True))
    return None


def _mistake_of_square(actual: Array, expected: Array, tolerance: float) -> Difference | None:
    """Return the usual mistake that turns the expected unitary into this one, if there is one."""
    identity = np.eye(len(actual), dtype=np.complex128)
    if _same(actual, identity, tolerance):
        apart = np.linalg.norm(actual - expected, axis=0)
        column = int(np.argmax(apart > max(tolerance, 0.5 * float(apart.max()))))
        return Difference("does_nothing", {"input": bits(column, qubits_of(actual))})
    if _same(actual.conj().T, expected, tolerance):
        return Difference("inverse")
    if _same(actual.conj(), expected, tolerance):
        return Difference("conjugate", {"case": "unitary"})
    return _order_mistake(actual, expected, tolerance)


def _order_mistake(actual: Array, expected: Array, tolerance: float) -> Difference | None:
    """Return how the qubits are to be numbered for the answer to be right, if that is all."""
    qubits = qubits_of(actual)
    # an order of the qubits keeps all moduli, and those of the diagonal: cheap, and it decides most cases
    for part in (np.diagonal, np.ravel):
        moduli, wanted = (np.sort(np.abs(part(matrix))) for matrix in (actual, expected))
        if float(np.max(np.abs(moduli - wanted))) > max(tolerance, 1e-9):
            return None
    swapped = _swapped_control(actual, expected, tolerance)
    if swapped is not None:
        return swapped
    if _renumbered(actual, expected, range(qubits)[::-1], tolerance):
        return Difference("qubit_order_reversed", {"case": "unitary"})
    for order in other_orders(qubits):
        if _renumbered(actual, expected, order, tolerance):
            return Difference("qubits_permuted", order_parameters(order))
    return None


def _renumbered(actual: Array, expected: Array, order: Sequence[int], tolerance: float) -> bool:
    """Return whether the answer is right once its qubit k is called `order[k]`."""
    first = permuted_rows(actual[:, :1], order)
    return _first_column(first, expected, tolerance) and _same(
        permuted(actual, order), expected, tolerance
    )


def _first_column(first: Array, expected: Array, tolerance: float) -> bool:
    """Return whether a first column may be right up to a phase: cheap, and it decides most cases."""
    overlap = abs(np.vdot(expected[:, 0], first[:, 0]))
    return bool(overlap >= 1 - max(tolerance, 1e-9))


def _swapped_control(actual: Array, expected: Array, tolerance: float) -> Difference | None:
    """Return the pair of qubits that, exchanged, makes a controlled gate right."""
    for order in exchanges(qubits_of(actual)):
        if not _renumbered(actual, expected, order, tolerance):
            continue
        first, second = (qubit for qubit, place in enumerate(order) if qubit != place)
        if _is_control(expected, first) or _is_control(expected, second):
            return Difference("control_target_swapped", {"first": first, "second": second})
    return None


def _is_control(matrix: Array, qubit: int) -> bool:
    """Return whether a qubit keeps its basis states, and in one of them nothing happens to the others."""
    index = np.arange(len(matrix))
    up = (index >> qubit & 1).astype(bool)
    if np.max(np.abs(matrix[np.ix_(up, ~up)])) > 1e-6:
        return False
    identity = np.eye(len(matrix) // 2, dtype=np.complex128)
    return any(column_distance(matrix[np.ix_(side, side)], identity) < 1e-6 for side in (up, ~up))


def _phase_difference(
    actual: Array, expected: Array, labels: Sequence[str], overlaps: Array, tolerance: float
) -> Difference:
    """Return where a phase is wrong, all moduli being right: inside one column, or between two columns."""
    qubits = qubits_of(actual)
    apart = np.abs(overlaps - overlaps[0])
    lost = 1 - np.abs(overlaps)
    unseen = max(_UNSEEN, tolerance) ** 2 / 2  # two columns at the distance d have lost d² / 2
    if lost.max() <= min(unseen, 1e-3 * float(apart.max()) ** 2):
        column = int(np.argmax(apart > 0.5 * float(apart.max())))
        return Difference(
            "relative_phase", {"case": "inputs", "reference": labels[0], "input": labels[column]}
        )
    column = int(np.argmax(lost > 0.5 * float(lost.max())))
    moduli = np.abs(expected[:, column])
    reference = int(np.argmax(moduli > 0.1 * float(moduli.max())))
    turned = actual[:, column] * np.exp(
        1j * np.angle(expected[reference, column] / actual[reference, column])
    )
    off = np.abs(turned - expected[:, column])
    row = int(np.argmax(off > 0.5 * float(off.max())))
    return Difference(
        "relative_phase",
        {
            "case": "unitary",
            "input": labels[column],
            "reference": bits(reference, qubits),
            "basis": bits(row, qubits),
            "angle": angle_text(actual[row, column] / actual[reference, column]),
        },
    )
