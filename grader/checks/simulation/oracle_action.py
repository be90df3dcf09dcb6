"""What an oracle does to its inputs: basis states one by one, or random superpositions of them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.checks.reading.programs import TooLarge

Array = np.ndarray[Any, np.dtype[np.complex128]]
Numbers = np.ndarray[Any, np.dtype[np.int64]]

_EXACT = 1 << 16
"""Entries of all columns together up to which all are computed."""
_STIMULI = 3
_MARGIN = 0.1
"""Part of the error that a wrong column shows on average in a random input; less than this, three times: 1e-6."""
_BLOCK = 1 << 20
"""Entries of the columns that are computed at once."""
_MOST_WORK = 600_000_000
"""Entries times steps that are computed at most: about ten seconds."""


@dataclass(frozen=True)
class Wish:
    """What is asked of an oracle: input y becomes `signs[y]` times the basis state `outputs[y]`.

    Attributes:
        outputs: shape (inputs,), a permutation of the inputs.
        signs: shape (inputs,), 1 or -1.
    """

    outputs: Numbers
    signs: Array


class Action:
    """What a circuit with some qubits for the input, all others in |0>, does.

    Args:
        apply: amplitudes of shape (2**qubits, columns) -> what becomes of them; may use up the array.
        qubits: of the whole circuit.
        places: the qubits of the input, the least significant first.
        steps: how many the circuit has.
    """

    def __init__(
        self, apply: Callable[[Array], Array], qubits: int, places: Sequence[int], steps: int
    ) -> None:
        self._apply = apply
        self._steps = steps
        self._size = 1 << qubits
        inputs = np.arange(1 << len(places), dtype=np.int64)
        self.rows: Numbers = np.zeros_like(inputs)
        """Input y is the basis state `rows[y]` of the whole circuit."""
        for bit, place in enumerate(places):
            self.rows |= (inputs >> bit & 1) << place
        self.count = len(inputs)
        self._all: Array | None = None
        if self.count * self._size <= _EXACT:
            self._all = self._columns(inputs)
        # Fresh numbers: nobody can build a circuit that is right on them alone.
        generator = np.random.default_rng()
        self.stimuli: Array = _normal(generator, (self.count, _STIMULI))
        """Random inputs, shape (inputs, several), norm 1."""
        spread = np.zeros((self._size, _STIMULI), dtype=np.complex128)
        spread[self.rows] = self.stimuli
        self.responses: Array = apply(spread)
        """What becomes of them, shape (2**qubits, several)."""

    def columns(self, inputs: Numbers) -> Array:
        """Return what becomes of some basis inputs, shape (2**qubits, len(inputs))."""
        return self._columns(inputs) if self._all is None else self._all[:, inputs]

    def error(self, wish: Wish, phase: complex, tolerance: float) -> float:
        """Return the distance of the worst column from what is asked; an estimate where it is far from the tolerance.

        Args:
            wish: what is asked.
            phase: the global phase that the answer may have.
            tolerance: largest distance that will be accepted.

        Raises:
            TooLarge: random inputs do not tell, and the columns are too many to be computed one by one.
        """
        if self._all is None:
            seen = self._error_of_stimuli(wish, phase, tolerance)
            if seen is not None:
                return seen
            if self.count * self._size * self._steps > _MOST_WORK:
                raise TooLarge(f"{self.count} inputs through {self._steps} steps, one by one")
        worst = 0.0
        step = max(1, _BLOCK // self._size)
        for first in range(0, self.count, step):
            inputs = np.arange(first, min(first + step, self.count), dtype=np.int64)
            columns = self.columns(inputs).copy()
            rows = self.rows[wish.outputs[inputs]]
            columns[rows, np.arange(len(inputs))] -= phase * wish.signs[inputs]
            worst = max(worst, float(np.linalg.norm(columns, axis=0).max()))
        return worst

    def _error_of_stimuli(self, wish: Wish, phase: complex, tolerance: float) -> float | None:
        """Return the error as random inputs show it; None where it is too near to the tolerance for that."""
        rows = self.rows[wish.outputs]
        asked = np.zeros_like(self.responses)
        asked[rows] = phase * wish.signs[:, None] * self.stimuli
        rest = self.responses - asked
        seen = np.linalg.norm(rest, axis=0)
        if seen.min() > tolerance:
            return float(seen.min())
        slack = _MARGIN * tolerance / np.sqrt(self.count)
        if seen.max() <= slack:
            return float(seen.max())
        # errors that all random inputs show alike are phases, each of its own column
        errors = rest[rows] / self.stimuli
        mean = errors.mean(axis=1, keepdims=True)
        rest[rows] -= mean * self.stimuli
        if np.linalg.norm(rest, axis=0).max() <= slack:
            return float(np.abs(mean).max())
        return None

    def _columns(self, inputs: Numbers) -> Array:
        amplitudes = np.zeros((self._size, len(inputs)), dtype=np.complex128)
        amplitudes[self.rows[inputs], np.arange(len(inputs))] = 1.0
        return self._apply(amplitudes)


def _normal(generator: np.random.Generator, shape: tuple[int, int]) -> Array:
    numbers = generator.normal(size=shape) + 1j * generator.normal(size=shape)
    # no input is so faint that its own error could not be read from the response
    numbers += 0.5 * numbers / np.abs(numbers)
    result: Array = numbers / np.linalg.norm(numbers, axis=0)
    return result
