"""Finds out how a family of circuits differs from the one asked for: which angle, and how it was used."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, permutations
from typing import Any

import numpy as np

from grader.checks.reading.data import TargetError
from grader.checks.verdict import CheckFailed, Difference

Point = tuple[float, ...]
Family = Callable[..., Any]
Comparison = Callable[[object, object], CheckFailed | None]

_MOST_PERMUTED = 4
"""Parameters of which all orders are tried; of more, only pairs, and all from first to last."""
_MOST_TEXT = 80
_NOT_COMPARED = frozenset({"wrong_type", "wrong_size", "not_unitary", "not_normalised"})
"""Codes of answers that could not be compared at all."""
_FACTORS = (
    ("doubled", 2.0),
    ("halved", 0.5),
    ("negated", -1.0),
    ("degrees", math.pi / 180),
    ("degrees", 180 / math.pi),
)


def family_failure(
    family: Family,
    target: Family,
    names: Sequence[str],
    compared: Comparison,
    *,
    points: int,
    seed: int,
) -> Difference | None:
    """Return how a family differs from the expected one, or None if it does not.

    The most telling difference comes first: a parameter without effect, an angle used wrongly, parameters exchanged,
    right at special angles alone, and last what differs at the first point.

    Args:
        family: angles -> what is compared.
        target: likewise, as asked for.
        names: the names of the angles, in order.
        compared: gives what differs between an answer and what is asked for, or None.
        points: number of random points.
        seed: chooses them.
    """
    special = list(_special(len(names)))
    chance = _random(len(names), points, seed)
    got = {point: family(*point) for point in [*special, *chance]}
    failures = {point: compared(value, target(*point)) for point, value in got.items()}
    wrong = [point for point in got if failures[point] is not None]
    if not wrong:
        return None
    general = failures[chance[0]]
    if general is not None and general.code not in _NOT_COMPARED:
        known = _without_effect(family, target, names, compared, chance) or _misused(
            target, names, compared, {point: got[point] for point in chance}
        )
        if known is not None:
            return known
    if not any(failures[point] for point in special):
        return Difference("special_angles_only", {"point": _text(wrong[0], names)})
    point, first = next((point, told) for point, told in failures.items() if told is not None)
    told = first.difference
    return replace(told, parameters={**told.parameters, "call": _text(point, names)})


def listed(names: Sequence[str]) -> str:
    """Return names as one short text."""
    text = ", ".join(names)
    return text if len(text) <= _MOST_TEXT else text[: _MOST_TEXT - 1] + "…"


def _special(count: int) -> Iterator[Point]:
    yield (0.0,) * count
    for index in range(count):
        for angle in (math.pi / 2, math.pi):
            yield (0.0,) * index + (angle,) + (0.0,) * (count - index - 1)


def _random(count: int, points: int, seed: int) -> list[Point]:
    """Return points with three decimals, so that a learner can type them."""
    angles = np.random.default_rng(seed).uniform(-3.1, 3.1, size=(points, count))
    return [tuple(point) for point in angles.round(3).tolist()]


def _text(point: Point, names: Sequence[str]) -> str:
    """Return a point as text: "θ = π/2, φ = 0"; of many angles those that are not 0."""
    pairs = list(zip(names, point, strict=True))
    if len(pairs) > 3:
        pairs = [(name, angle) for name, angle in pairs if angle] or pairs[:1]
    written = {math.pi: "π", math.pi / 2: "π/2"}
    text = ", ".join(f"{name} = {written.get(angle, f'{angle:g}')}" for name, angle in pairs)
    return text if len(text) <= _MOST_TEXT else text[: _MOST_TEXT - 1] + "…"


def _without_effect(
    family: Family,
    target: Family,
    names: Sequence[str],
    compared: Comparison,
    chance: Sequence[Point],
) -> Difference | None:
    """Return which parameters change nothing though they should."""
    idle = []
    for index, name in enumerate(names):
        moved = [_moved(point, {index: 0.7}) for point in chance]
        pairs = list(zip(chance, moved, strict=True))
        if all(_alike(compared, family(*one), family(*other)) for one, other in pairs) and any(
            compared(target(*one), target(*other)) is not None for one, other in pairs
        ):
            idle.append(name)
    if not idle:
        return None
    if len(idle) == len(names):
        return Difference("wrong_parameters", {"case": "constant"})
    return Difference("wrong_parameters", {"case": "idle", "names": listed(idle)})


def _alike(compared: Comparison, first: object, second: object) -> bool:
    """Return whether two answers are the same."""
    try:
        return compared(first, second) is None
    except TargetError:  # the second is nothing that can be compared
        return False


def _moved(point: Point, steps: dict[int, float]) -> Point:
    return tuple(angle + steps.get(index, 0.0) for index, angle in enumerate(point))


def _misused(
    target: Family, names: Sequence[str], compared: Comparison, got: dict[Point, Any]
) -> Difference | None:
    """Return which change of the angles turns what is asked for into the answer."""

    def explained(changed: Iterable[Point]) -> bool:
        pairs = zip(got.values(), changed, strict=True)
        return all(compared(value, target(*point)) is None for value, point in pairs)

    count = len(names)
    groups = [(index,) for index in range(count)]
    for group in [*groups, *([tuple(range(count))] if count > 1 else [])]:
        for case, factor in _FACTORS:
            if explained(_scaled(point, group, factor) for point in got):
                told = listed([names[index] for index in group])
                return Difference("wrong_angle", {"case": case, "names": told})
    for order in _orders(count):
        if explained(tuple(point[index] for index in order) for point in got):
            told = listed([name for index, name in enumerate(names) if order[index] != index])
            return Difference("parameters_exchanged", {"names": told})
    return None


def _scaled(point: Point, group: Sequence[int], factor: float) -> Point:
    return tuple(angle * factor if index in group else angle for index, angle in enumerate(point))


def _orders(count: int) -> Iterator[tuple[int, ...]]:
    same = tuple(range(count))
    if count <= _MOST_PERMUTED:
        yield from (order for order in permutations(same) if order != same)
        return
    yield same[::-1]
    for one, other in combinations(same, 2):
        order = list(same)
        order[one], order[other] = other, one
        yield tuple(order)
