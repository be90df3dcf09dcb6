"""Decides by random states: whether a program that should do nothing moves them.

A state with random phases holds every basis state with the same weight, entangled. If some column of D = W - exp(iφ)
is as long as the tolerance, then D moves such a state by the tolerance over the square root of the number of inputs at
least, on average; by Paley and Zygmund's inequality one state shows a tenth of that with a probability above 0.49, and
32 of them all fail to with one below 1e-9. The phases come from a digest of the program, so that a regrade meets the
same states, and nobody can make a program that fits states that depend on the program.
"""

from __future__ import annotations

import cmath
import enum
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.checks.reading.programs import Matrix, Program
from grader.checks.simulation.dense import applied

_STATES = 32
_WIDEST = 22
"""Qubits of the largest program, plus those that count the states: 64 MiB of amplitudes."""
_MOST_WORK = 1e9
_CANDIDATES = 8
_FEWEST = 2


class Verdict(enum.Enum):
    """What random states say."""

    ALIKE = enum.auto()
    DIFFERS = enum.auto()
    CLOSE = enum.auto()
    """Moved by too little to differ surely and by too much to be alike surely."""


@dataclass(frozen=True)
class RandomVerdict:
    """What random states say about a program.

    Attributes:
        outcome: the verdict.
        phase: the global phase in radians.
        column: a basis input that is moved, if one was found.
    """

    outcome: Verdict
    phase: float = 0.0
    column: int | None = None


def random_verdict(part: Program, inputs: Sequence[int], tolerance: float) -> RandomVerdict | None:
    """Return what random states say about a program that should do nothing but turn the phase; None if it is too large.

    Args:
        part: the program.
        inputs: its qubits that hold an input; all others begin in |0> and must end so.
        tolerance: largest distance of a column from the input it belongs to.
    """
    count = min(_STATES, 2 ** max(0, _WIDEST - part.qubits))
    work = len(part.steps) * 2.0**part.qubits
    count = min(count, int(_MOST_WORK / work))
    if not inputs or count < _FEWEST:
        return None
    generator = np.random.default_rng(_digest(part))
    rows = _rows(inputs)
    states: Matrix = np.zeros((2**part.qubits, count), dtype=np.complex128)
    turns = generator.random((len(rows), count))
    states[rows] = np.exp(2j * np.pi * turns) / np.sqrt(len(rows))
    moved = applied(part.steps, states.copy())
    overlap = complex(np.vdot(states, moved)) / count
    if abs(overlap) < 0.5:  # of a far phase the first input tells more than the average
        overlap = complex(np.vdot(states[rows[0]], moved[rows[0]]))
    phase = overlap / (abs(overlap) or 1.0)
    moved -= phase * states
    lengths = np.linalg.norm(moved, axis=0)
    if count == _STATES and np.max(lengths) <= 0.1 * tolerance / np.sqrt(len(rows)):
        return RandomVerdict(Verdict.ALIKE, cmath.phase(overlap))
    # what is moved stands where much is left, and the inputs there are tried one by one
    score = np.linalg.norm(moved[rows], axis=1)
    candidates = [0, *np.argsort(-score)[:_CANDIDATES].tolist()]
    column = _moved_column(part, [int(rows[one]) for one in candidates], tolerance)
    # a program within the tolerance moves random states by no more than it on average
    if column is not None or np.sqrt(np.mean(lengths**2)) > 100 * tolerance:
        return RandomVerdict(Verdict.DIFFERS, column=column)
    return RandomVerdict(Verdict.CLOSE)


def _moved_column(part: Program, candidates: Sequence[int], tolerance: float) -> int | None:
    """Return the first of some basis inputs that is surely not left alone, or not with the phase of the first one."""
    columns: Matrix = np.zeros((2**part.qubits, len(candidates)), dtype=np.complex128)
    places = np.arange(len(candidates))
    columns[candidates, places] = 1
    kept = applied(part.steps, columns)[candidates, places]
    wrong = (2 * (1 - np.abs(kept)) > tolerance**2 + 1e-12) | (
        np.abs(kept - kept[0]) > 2 * tolerance
    )
    return min((one for one, off in zip(candidates, wrong, strict=True) if off), default=None)


def _rows(inputs: Sequence[int]) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Return the basis states in which all qubits but the inputs are 0."""
    numbers = np.arange(2 ** len(inputs))
    return sum(((numbers >> place & 1) << qubit for place, qubit in enumerate(inputs)), 0 * numbers)


def _digest(part: Program) -> int:
    """Return a number that hangs on every gate of a program."""
    digest = hashlib.sha256(str(part.qubits).encode())
    for step in part.steps:
        digest.update(step.matrix.tobytes() + repr((step.targets, step.controls)).encode())
    return int.from_bytes(digest.digest(), "big")
