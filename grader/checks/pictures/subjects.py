"""What a picture beside a diagnosis is drawn from: the answer's own numbers, as plain data.

Nothing of a target is in here, and the marks say no more than the sentence of the diagnosis does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

MOST_DRAWN_QUBITS = 5
"""Qubits of the largest state that is drawn: 32 bars."""
MOST_MATRIX_QUBITS = 4
"""Qubits of the largest matrix that is drawn: 256 squares."""
_MOST_OUTCOMES = 32

Rows = tuple[tuple[complex, ...], ...]
Parameters = Mapping[str, str | int | float]


@dataclass(frozen=True)
class StatePicture:
    """A pure state.

    Attributes:
        amplitudes: 2**qubits of them, in the order |00>, |01>, |10>, |11>.
        marked: the basis state that the diagnosis names, as bits; empty if it names none.
    """

    amplitudes: tuple[complex, ...]
    marked: str = ""


@dataclass(frozen=True)
class DensityPicture:
    """A mixed state.

    Attributes:
        rows: the density matrix.
        row: row of the entry that the diagnosis names, as bits; empty if it names none.
        column: its column.
    """

    rows: Rows
    row: str = ""
    column: str = ""


@dataclass(frozen=True)
class MapPicture:
    """A unitary or an isometry.

    Attributes:
        rows: the matrix; column x is what becomes of the input |x>.
        row: the basis state of the counterexample, as bits; empty if the diagnosis names none.
        column: its input.
    """

    rows: Rows
    row: str = ""
    column: str = ""


@dataclass(frozen=True)
class OutcomesPicture:
    """How often outcomes occur.

    Attributes:
        shares: outcome and probability, or share of the shots, in rising order.
        shots: how many shots were counted; None for exact probabilities.
        false_alarm: the chance with which the test of the counts may refuse right ones.
        marked: the outcome that the diagnosis names; empty if it names none.
    """

    shares: tuple[tuple[str, float], ...]
    shots: int | None = None
    false_alarm: float = 1e-6
    marked: str = ""


Picture = StatePicture | DensityPicture | MapPicture | OutcomesPicture


def state_picture(
    amplitudes: np.ndarray[Any, Any], parameters: Parameters | None = None
) -> StatePicture | None:
    """Return a state of shape (2**qubits,) as it is drawn; None if it is too large.

    Args:
        amplitudes: of the answer.
        parameters: those of the diagnosis, whose `basis` is marked.
    """
    if len(amplitudes) > 2**MOST_DRAWN_QUBITS:
        return None
    plain = tuple(complex(one) for one in amplitudes)
    return StatePicture(plain, _named(parameters, "basis", len(plain)))


def density_picture(
    matrix: np.ndarray[Any, Any], parameters: Parameters | None = None
) -> DensityPicture | None:
    """Return a density matrix of shape (2**qubits, 2**qubits) as it is drawn; None if it is too large.

    Args:
        matrix: of the answer.
        parameters: those of the diagnosis: a population (`basis`) or a coherence (`row`, `column`) is marked.
    """
    if len(matrix) > 2**MOST_MATRIX_QUBITS:
        return None
    size = len(matrix)
    basis = _named(parameters, "basis", size)
    row, column = (basis or _named(parameters, name, size) for name in ("row", "column"))
    return DensityPicture(_rows(matrix), row, column)


def map_picture(
    matrix: np.ndarray[Any, Any], parameters: Parameters | None = None
) -> MapPicture | None:
    """Return a matrix of shape (2**qubits, 2**inputs) as it is drawn; None if it is too large.

    Args:
        matrix: of the answer.
        parameters: those of the diagnosis, whose `input` and `basis` are marked.
    """
    if len(matrix) > 2**MOST_MATRIX_QUBITS:
        return None
    row = _named(parameters, "basis", matrix.shape[0])
    column = _named(parameters, "input", matrix.shape[1])
    return MapPicture(_rows(matrix), row, column)


def outcomes_picture(
    outcomes: Mapping[str, float],
    parameters: Parameters | None = None,
    *,
    shots: int | None = None,
    false_alarm: float = 1e-6,
) -> OutcomesPicture | None:
    """Return outcomes as they are drawn; None if there are too many.

    Args:
        outcomes: bit string -> probability, or with `shots` a number of shots.
        parameters: those of the diagnosis, whose `outcome` is marked.
        shots: how many shots were counted.
        false_alarm: the chance with which the test of the counts may refuse right ones.
    """
    present = {key: value for key, value in outcomes.items() if value > 0}
    marked = str((parameters or {}).get("outcome", ""))
    if marked and set(map(len, outcomes)) == {len(marked)}:
        present.setdefault(marked, 0.0)
    if not 0 < len(present) <= _MOST_OUTCOMES:
        return None
    shares = tuple((key, float(present[key]) / (shots or 1)) for key in sorted(present))
    return OutcomesPicture(shares, shots, false_alarm, marked if marked in present else "")


def _rows(matrix: Sequence[Any] | np.ndarray[Any, Any]) -> Rows:
    return tuple(tuple(complex(entry) for entry in row) for row in matrix)


def _named(parameters: Parameters | None, name: str, size: int) -> str:
    """Return the basis state that a parameter names, if it is one of `size`."""
    told = str((parameters or {}).get(name, ""))
    return told if told and 2 ** len(told) == size else ""
