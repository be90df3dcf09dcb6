"""Compares circuits that are too large for dense matrices.

Both circuits together make one question: does W = expected† · actual leave every input alone, up to one phase? What
cancels in W is taken out, what is left falls apart into groups of qubits that never meet, and each group is decided by
the first means that can: its matrix, its Clifford tableau, random states, a second opinion. Where none can, nothing is
said (`TooLarge`).
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from grader.checks.diagnosis.unitaries import column_distance
from grader.checks.equivalence.clifford import clifford_difference
from grader.checks.equivalence.random_states import Verdict, random_verdict
from grader.checks.equivalence.reduction import groups, inverted, reduced
from grader.checks.equivalence.second_opinion import second_opinion
from grader.checks.equivalence.sparse import moved_input
from grader.checks.reading.programs import Program, TooLarge, shifted
from grader.checks.simulation.dense import columns_of

MOST_WORK = 1e9
"""Steps times amplitudes of a dense comparison: about 3 s on one core."""
WIDEST = 20
"""Qubits in and out together of what is compared by its matrix: 10 qubits. Random states are faster beyond."""
WIDEST_STATE = 22
"""Qubits of what is compared by its amplitudes: 64 MiB."""


@dataclass(frozen=True)
class Alike:
    """The circuits agree.

    Attributes:
        phase: the global phase between them in radians; None if it is not known.
    """

    phase: float | None


@dataclass(frozen=True)
class Differs:
    """The circuits differ.

    Attributes:
        qubits: those that the difference is about.
        column: a basis input, bit k for qubit k, on which they differ; None if none was found.
    """

    qubits: tuple[int, ...]
    column: int | None


def affordable(program: Program, inputs: int, widest: int) -> bool:
    """Return whether all columns of a program can be computed densely."""
    width = program.qubits + inputs
    return width <= widest and len(program.steps) * 2.0**width <= MOST_WORK


def compare_programs(
    actual: Program,
    expected: Program,
    *,
    inputs: Sequence[int],
    data: Sequence[int],
    tolerance: float,
) -> Alike | Differs:
    """Return whether two circuits do the same to every input.

    Args:
        actual: the answer.
        expected: what is asked for, on the qubits `data` of the answer alone.
        inputs: qubits of the answer that hold the input; all others begin in |0>, and those that are not in `data`
            must end so.
        data: qubits of the answer, in the order of the expected circuit's.
        tolerance: largest distance of two columns.

    Raises:
        TooLarge: no means can decide.
    """
    added = range(actual.qubits, actual.qubits + expected.qubits - expected.own)
    undone = inverted(shifted(expected.steps, [*data, *added]))
    word = reduced(actual.steps, undone)
    total: float | None = actual.phase - expected.phase + word.phase
    for group in groups(word.steps):
        numbers = {qubit: number for number, qubit in enumerate(group)}
        places = [numbers.get(qubit, -1) for qubit in range(added.stop)]
        own = [place for place, step in enumerate(word.steps) if step.targets[0] in numbers]
        steps = shifted([word.steps[place] for place in own], places)
        border = sum(place < word.border for place in own)
        part = Program(len(group), len(group), tuple(steps), 0.0)
        found = _decide(
            part, border, [numbers[qubit] for qubit in inputs if qubit in numbers], tolerance
        )
        if isinstance(found, Differs):
            column = found.column
            if column is not None:
                column = sum(
                    1 << qubit for qubit, number in numbers.items() if column >> number & 1
                )
            return Differs(tuple(group[number] for number in found.qubits), column)
        total = None if total is None or found.phase is None else total + found.phase
    return Alike(total)


def _decide(part: Program, border: int, inputs: list[int], tolerance: float) -> Alike | Differs:
    """Decide one group of qubits.

    Args:
        part: what is left of W on it.
        border: how many of its steps come from the answer; the others undo the expected circuit.
        inputs: those of its qubits that hold an input.
        tolerance: largest distance of two columns.
    """
    everything = tuple(range(part.qubits))
    if affordable(part, len(inputs), WIDEST if inputs else WIDEST_STATE):
        return _by_matrix(part, inputs, tolerance)
    tableau = clifford_difference(part, inputs, tolerance)
    if tableau is not None and not tableau:
        return Alike(_phase_of(part))
    verdict = random_verdict(part, inputs, tolerance)
    if verdict is not None:
        if verdict.outcome is Verdict.ALIKE:
            return Alike(verdict.phase)
        if verdict.outcome is Verdict.DIFFERS:
            return Differs(everything, verdict.column)
    column = moved_input(part, inputs, tolerance)
    if tableau or column is not None:
        return Differs(tableau or everything, column)
    if second_opinion(part, border, inputs):
        return Alike(_phase_of(part))
    raise TooLarge(f"{part.qubits} qubits, {len(part.steps)} gates in which both differ")


def _by_matrix(part: Program, inputs: list[int], tolerance: float) -> Alike | Differs:
    columns = columns_of(part, inputs)
    unchanged = columns_of(Program(part.qubits, part.qubits, (), 0.0), inputs)
    if column_distance(columns, unchanged) <= tolerance:
        return Alike(cmath.phase(complex(np.vdot(unchanged, columns))))
    rows = np.argmax(unchanged, axis=0)
    kept = columns[rows, np.arange(columns.shape[1])]
    lost = np.flatnonzero(
        1 - np.abs(kept) > min(tolerance**2, 0.5 * float(np.max(1 - np.abs(kept))))
    )
    apart = np.abs(kept - kept[0])
    place = int(lost[0]) if len(lost) else int(np.argmax(apart > 0.5 * float(apart.max())))
    return Differs(tuple(range(part.qubits)), int(rows[place]))


def _phase_of(part: Program) -> float | None:
    """Return the phase of a group that is known to do nothing else; None if it is too large to be computed."""
    if not affordable(part, 0, WIDEST_STATE):
        return None
    amplitude = complex(columns_of(part, ())[0, 0])
    return cmath.phase(amplitude) if math.isclose(abs(amplitude), 1, abs_tol=1e-3) else None
