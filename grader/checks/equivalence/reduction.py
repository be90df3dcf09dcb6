"""Shortens what one circuit does and another undoes: neighbours on the same qubits are merged, what cancels goes."""

from __future__ import annotations

import cmath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from grader.checks.reading.programs import Matrix, Step, TooLarge

_EXACT = 1e-12
_WIDEST_PREPARATION = 8


@dataclass(frozen=True)
class Word:
    """What is left of two programs, one after the other.

    Attributes:
        steps: what is left, in order.
        border: how many of them belong to the first program.
        phase: the global phase in radians that fell out.
    """

    steps: tuple[Step, ...]
    border: int
    phase: float


def inverted(steps: Iterable[Step]) -> list[Step]:
    """Return the steps that undo others."""
    done = [_unitary(step) for step in steps]
    return [Step(step.matrix.conj().T, step.targets, step.controls) for step in reversed(done)]


def reduced(first: Sequence[Step], second: Sequence[Step]) -> Word:
    """Return what is left of the first steps and, after them, the second."""
    kept: list[Step | None] = []
    last: dict[int, list[int]] = {}  # qubit -> places of the steps on it, in order
    phase = 0.0
    border = 0
    for number, given in enumerate((*first, *second)):
        if number == len(first):
            border = len(kept)
        step = _canonical(_unitary(given))
        qubits = (*step.targets, *step.controls)
        before = {last[qubit][-1] if last.get(qubit) else -1 for qubit in qubits}
        place = before.pop() if len(before) == 1 else -1
        earlier = kept[place] if place >= 0 else None
        if earlier is not None and (earlier.targets, earlier.controls) == step[1:]:
            step = step._replace(matrix=step.matrix @ earlier.matrix)
            turned = _turn(step)
            if turned is None:
                kept[place] = step
                continue
            kept[place] = None
            for qubit in qubits:
                last[qubit].pop()
            phase += turned
            continue
        for qubit in qubits:
            last.setdefault(qubit, []).append(len(kept))
        kept.append(step)
    if len(second) == 0:
        border = len(kept)
    left = [step for step in kept if step is not None]
    return Word(tuple(left), sum(step is not None for step in kept[:border]), phase)


def groups(steps: Iterable[Step]) -> list[list[int]]:
    """Return the groups of qubits that meet in some step, each in rising order."""
    leader: dict[int, int] = {}

    def lead(qubit: int) -> int:
        while leader.setdefault(qubit, qubit) != qubit:
            leader[qubit] = leader[leader[qubit]]
            qubit = leader[qubit]
        return qubit

    for step in steps:
        first = lead(step.targets[0])
        for qubit in (*step.targets, *step.controls):
            leader[lead(qubit)] = first
    found: dict[int, list[int]] = {}
    for qubit in sorted(leader):
        found.setdefault(lead(qubit), []).append(qubit)
    return list(found.values())


def _turn(step: Step) -> float | None:
    """Return the phase that a step is, if it is no more than that."""
    corner = complex(step.matrix[0, 0])
    if abs(abs(corner) - 1) > _EXACT or (step.controls and abs(corner - 1) > _EXACT):
        return None
    if np.max(np.abs(step.matrix - corner * np.eye(len(step.matrix)))) > _EXACT:
        return None
    return 0.0 if step.controls else cmath.phase(corner)


def _canonical(step: Step) -> Step:
    """Return the step with its qubits in one order, where that does not matter."""
    matrix, targets, controls = step
    if (
        len(targets) == 1
        and controls
        and matrix[0, 1] == 0
        and matrix[1, 0] == 0
        and matrix[0, 0] == 1
    ):
        order = sorted((*targets, *controls))
        return Step(matrix, (order[-1],), tuple(order[:-1]))
    if len(targets) == 2 and targets[0] > targets[1]:
        middle = [0, 2, 1, 3]
        matrix, targets = matrix[np.ix_(middle, middle)], targets[::-1]
    return Step(matrix, targets, tuple(sorted(controls)))


def _unitary(step: Step) -> Step:
    """Return a step whose matrix is square: a preparation becomes a reflection that takes |0...0> to the state."""
    if step.matrix.shape[1] != 1:
        return step
    if len(step.targets) > _WIDEST_PREPARATION:
        raise TooLarge(f"a state prepared on {len(step.targets)} qubits")
    state: Matrix = step.matrix[:, 0]
    turn = cmath.exp(1j * cmath.phase(complex(state[0])))
    mirror = state / turn
    mirror[0] -= 1
    size = float(np.vdot(mirror, mirror).real)
    matrix = np.eye(len(state), dtype=np.complex128)
    if size > _EXACT**2:
        matrix -= 2 * np.outer(mirror, mirror.conj()) / size
    return Step(turn * matrix, step.targets)
