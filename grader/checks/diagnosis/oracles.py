"""Finds out what an oracle does instead of what is asked, and gives the smallest input that shows it."""

from __future__ import annotations

import cmath
import math
from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.checks.diagnosis.notation import angle_text, bits
from grader.checks.simulation.oracle_action import Action, Array, Numbers, Wish
from grader.checks.verdict import Difference

Truths = np.ndarray[Any, np.dtype[np.bool_]]

_INSPECTED = 16
"""Inputs whose columns are looked at; the random inputs tell which."""
_FLAT = 1e-3
"""How far a modulus may be from 1."""


@dataclass(frozen=True)
class Task:
    """What is asked of an oracle.

    Attributes:
        kind: `phase` or `bit`.
        qubits: of the register.
        marked: for each value of the register whether it is marked, shape (2**qubits,).
    """

    kind: str
    qubits: int
    marked: Truths

    @property
    def target(self) -> int:
        """The bit of an input that is the target's; 0 if there is no target."""
        return 1 << self.qubits if self.kind == "bit" else 0

    def wish(self) -> Wish:
        """Return what becomes of each input: register in the low bits, then the target."""
        inputs = np.arange(2 << self.qubits if self.target else 1 << self.qubits, dtype=np.int64)
        hit = self.marked[inputs & (1 << self.qubits) - 1]
        if self.target:
            return Wish(inputs ^ np.where(hit, self.target, 0), np.ones(len(inputs), dtype=complex))
        return Wish(inputs, np.where(hit, -1.0, 1.0).astype(complex))


def phase_of(action: Action, wish: Wish) -> complex:
    """Return the global phase with which most inputs are as asked, of several the one nearest to 1; 1 if none is.

    Args:
        action: what the oracle does.
        wish: what is asked.
    """
    ratios = _ratios(action, wish)
    flat = ratios[np.abs(np.abs(ratios) - 1) < _FLAT]
    if not len(flat):
        return 1.0 + 0j
    # rounded as points of the plane, so that -π and π are one angle
    points = [(round(one.real, 4) + 0.0, round(one.imag, 4) + 0.0) for one in flat]
    often = Counter(points)
    common = complex(*max(often, key=lambda point: (often[point], point[0])))
    near = flat[np.abs(flat - common) < _FLAT]
    mean = complex(near.mean())
    return mean / abs(mean)


def oracle_difference(
    action: Action, task: Task, *, strict_phase: bool, tolerance: float
) -> Difference | None:
    """Return how an oracle differs from what is asked, or None if it does not.

    Args:
        action: what it does.
        task: what is asked.
        strict_phase: whether a global phase counts.
        tolerance: largest Euclidean distance between a column and the one asked for.
    """
    wish = task.wish()
    phase = phase_of(action, wish)
    if action.error(wish, phase, tolerance) <= tolerance:
        if strict_phase and action.error(wish, 1.0, tolerance) > tolerance:
            return _global_phase(task, phase)
        return None
    suspects = _suspects(action, wish, phase, tolerance)
    return _structural(action, task, suspects, tolerance) or _wrong_set(action, task, phase)


def _ratios(action: Action, wish: Wish) -> Array:
    """Return for each input its amplitude after the oracle over the one asked for, as a random input shows it."""
    response = action.responses[action.rows[wish.outputs], 0]
    ratios: Array = response / (wish.signs * action.stimuli[:, 0])
    return ratios


def _suspects(action: Action, wish: Wish, phase: complex, tolerance: float) -> Numbers:
    """Return the inputs that are not as asked, the smallest first; at least one."""
    off = np.abs(_ratios(action, wish) - phase)
    found = np.flatnonzero(off > max(tolerance, 1e-6))
    return found if len(found) else np.array([int(off.argmax())])


def _structural(
    action: Action, task: Task, suspects: Numbers, tolerance: float
) -> Difference | None:
    """Return what shows that this is no oracle at all: another register, a dirty ancilla, a target in between."""
    looked = suspects[:_INSPECTED]
    columns = action.columns(looked)
    outside = np.ones(len(columns), dtype=bool)
    outside[action.rows] = False
    for place, number in enumerate(looked.tolist()):
        weights = np.abs(columns[:, place]) ** 2
        inside = weights[action.rows]
        stays = sorted({number, number ^ task.target})
        if float(weights.sum() - inside[stays].max()) <= (tolerance / 2) ** 2 + 1e-14:
            continue
        register = number & (1 << task.qubits) - 1
        text = {"input": bits(register, task.qubits)}
        same = _register_weight(weights, action, register, task)
        lost = {
            "register": float(weights.sum()) - same,
            "ancilla": same - float(inside[stays].sum()),
            "target": float(inside[stays].min()) if task.target else 0.0,
        }
        most = max(lost, key=lambda what: lost[what])
        if most == "ancilla":
            return Difference("dirty_ancilla", {"case": "oracle", **text})
        if most == "target":
            return Difference("not_an_oracle", {"case": "target", **text})
        inside[stays] = 0.0
        if inside.max() <= _FLAT * lost["register"]:
            return Difference("not_an_oracle", text)
        other = int(inside.argmax()) & (1 << task.qubits) - 1
        basis = {"basis": bits(other, task.qubits)}
        return Difference("not_an_oracle", {"case": "register", **text, **basis})
    return None


def _register_weight(
    weights: np.ndarray[Any, np.dtype[np.float64]], action: Action, register: int, task: Task
) -> float:
    """Return the probability that the register still holds its value, whatever became of the rest."""
    mask = int(action.rows[(1 << task.qubits) - 1])
    same = np.arange(len(weights)) & mask == int(action.rows[register])
    return float(weights[same].sum())


def _wrong_set(action: Action, task: Task, phase: complex) -> Difference:
    """Return what is wrong with an oracle that leaves the register alone: its set, or a phase."""
    marks, angles = _as_it_marks(action, task, phase)
    off = np.flatnonzero(np.abs(angles - 1) > _FLAT)
    if (marks == task.marked).all() or (task.kind == "phase" and len(off)):
        return _wrong_phase(task, marks, angles)
    if (marks == ~task.marked).all():
        return Difference("marks_complement", {"case": task.kind})
    if (marks == _mirrored(task.marked, task.qubits)).all():
        return Difference("qubit_order_reversed", {"case": "oracle"})
    # the same sign on all inputs is no more than a global phase
    if not marks.any() or (task.kind == "phase" and marks.all()):
        return Difference("misses_input", {"case": "all"})
    return _wrong_inputs(task, marks)


def _wrong_inputs(task: Task, marks: Truths) -> Difference:
    """Return the first input that an oracle should mark and does not, or the other way round."""
    missing, extra = np.flatnonzero(task.marked & ~marks), np.flatnonzero(marks & ~task.marked)
    first_missing = {"missing": bits(int(missing[0]), task.qubits)} if len(missing) else {}
    first_extra = {"input": bits(int(extra[0]), task.qubits)} if len(extra) else {}
    if first_missing and first_extra:
        return Difference("marks_other", {**first_missing, **first_extra})
    if first_missing:
        first = first_missing["missing"]
        return Difference("misses_input", {"input": first, "number": len(missing)})
    return Difference("marks_too_many", {**first_extra, "number": len(extra)})


def _as_it_marks(action: Action, task: Task, phase: complex) -> tuple[Truths, Array]:
    """Return which values an oracle marks, and for each input the phase that it gives beyond that."""
    inputs = np.arange(action.count, dtype=np.int64)
    sent = action.stimuli[:, 0]
    got = action.responses[action.rows, 0] / phase
    if not task.target:
        ratios = got / sent
        marks = ratios.real < 0
        return marks, ratios * np.where(marks, -1, 1)
    straight = np.abs(np.abs(got) - np.abs(sent))
    crossed = np.abs(np.abs(got) - np.abs(sent[inputs ^ task.target]))
    flips = crossed < straight
    marks = flips[: task.target]
    every = np.concatenate([marks, marks])
    outputs = np.where(every, inputs ^ task.target, inputs)
    return marks, got[outputs] / sent


def _wrong_phase(task: Task, marks: Truths, angles: Array) -> Difference:
    """Return the first input with a wrong phase; if all are nearly right the worst, an unmarked one if there is any."""
    off = np.abs(angles - 1)
    if off.max() <= _FLAT:
        off[: len(marks)][marks & ~marks.all()] = 0.0
        number = int(off.argmax())
    else:
        number = int(np.argmax(off > _FLAT))
    register = number & (1 << task.qubits) - 1
    parameters: dict[str, str | int] = {"case": task.kind, "input": bits(register, task.qubits)}
    angle = complex(angles[number])
    if task.target:
        parameters["target"] = number // task.target
    elif marks[number]:
        angle = -angle
    return Difference("oracle_phase", {**parameters, "angle": _angle_text(angle)})


def _angle_text(value: complex) -> str:
    """Return a phase as a multiple of π; a small one with its first digits."""
    angle = cmath.phase(value) / math.pi
    if abs(angle) < 0.001:
        return f"{angle:.1e}π"
    return angle_text(value).replace("-1π", "1π")


def _global_phase(task: Task, phase: complex) -> Difference:
    if task.kind == "phase" and abs(phase + 1) < _FLAT:
        return Difference("marks_complement", {"case": "phase"})
    return Difference("global_phase", {"angle": angle_text(phase)})


def _mirrored(marked: Truths, qubits: int) -> Truths:
    """Return the marked values with their bits in reversed order."""
    shaped = marked.reshape((2,) * qubits).transpose(range(qubits)[::-1])
    return np.ascontiguousarray(shaped).reshape(-1)
