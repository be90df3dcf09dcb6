"""Looks for a basis input that a program on many qubits moves, where few basis states occur on the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from grader.checks.reading.programs import Matrix, Program, Step

_MOST_QUBITS = 62
_MOST_STATES = 1024
_MOST_INPUTS = 40
_MOST_WORK = 20_000

Numbers = np.ndarray[Any, np.dtype[np.int64]]


def moved_input(part: Program, inputs: Sequence[int], tolerance: float) -> int | None:
    """Return a basis input that a program surely does not leave alone, or not with the phase of the first one tried.

    Tried are 0, all ones and inputs on which controlled gates act. None is no proof of anything.

    Args:
        part: the program.
        inputs: its qubits that hold an input; all others begin in |0>.
        tolerance: largest distance of a column from the input it belongs to.
    """
    if part.qubits > _MOST_QUBITS:
        return None
    first: complex | None = None
    budget = _MOST_WORK
    for start in _candidates(part.steps, inputs):
        budget -= len(part.steps)
        kept = _kept(part.steps, start) if budget >= 0 else None
        if kept is None:
            continue
        first = kept if first is None else first
        if 2 * (1 - abs(kept)) > tolerance**2 + 1e-12 or abs(kept - first) > 2 * tolerance:
            return start
    return None


def _candidates(steps: Iterable[Step], inputs: Sequence[int]) -> list[int]:
    most = sum(1 << qubit for qubit in inputs)
    found = {0: None, most: None}
    for step in steps:
        if len(found) >= _MOST_INPUTS:
            break
        on = sum(1 << qubit for qubit in step.controls) & most
        targets = sum(1 << qubit for qubit in step.targets) & most
        found.update(dict.fromkeys((on, on | targets)))
    return list(found)


def _kept(steps: Iterable[Step], start: int) -> complex | None:
    """Return the amplitude of a basis state after the steps that began in it; None if too many states occur."""
    states: Numbers = np.array([start], dtype=np.int64)
    amplitudes: Matrix = np.ones(1, dtype=np.complex128)
    for step in steps:
        on = sum(1 << qubit for qubit in step.controls)
        acts = states & on == on
        if not acts.any():
            continue
        moved, weights = _stepped(step, states[acts], amplitudes[acts])
        states = np.concatenate([states[~acts], moved])
        amplitudes = np.concatenate([amplitudes[~acts], weights])
        if len(states) > _MOST_STATES:
            return None
    return complex(amplitudes[states == start].sum())


def _stepped(step: Step, states: Numbers, amplitudes: Matrix) -> tuple[Numbers, Matrix]:
    """Return basis states and amplitudes after a matrix, equal states put together."""
    local = sum((states >> qubit & 1) << bit for bit, qubit in enumerate(step.targets))
    bare = states & ~sum(1 << qubit for qubit in step.targets)
    moved, weights = [], []
    for row in range(len(step.matrix)):
        factors = step.matrix[row, local]
        there = np.abs(factors) > 1e-15
        place = sum((row >> bit & 1) << qubit for bit, qubit in enumerate(step.targets))
        moved.append(bare[there] | place)
        weights.append(factors[there] * amplitudes[there])
    together, numbers = np.unique(np.concatenate(moved), return_inverse=True)
    total = np.zeros(len(together), dtype=np.complex128)
    np.add.at(total, numbers, np.concatenate(weights))
    left = np.abs(total) > 1e-14
    return together[left], total[left]
