"""Progress over time, from means that may be published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter


@dataclass(frozen=True)
class Step:
    """From `at` on, the value is `value`."""

    at: datetime
    value: float


def progress(
    scores: Mapping[str, Sequence[Step]], possible: Mapping[str, float]
) -> tuple[Step, ...]:
    """Return the share of all possible points over time, in percent.

    Formula: progress(t) = sum over modules m of possible(m) x score(m, t) / sum over m of
    possible(m), where score(m, t) is the last value of the module's series at or before t, and 0
    before its first. It rises from 0 as modules are worked through.

    Args:
        scores: module -> its mean score in percent over time, oldest first.
        possible: module -> points that it is worth, every module of the offering.
    """
    whole = sum(possible.values())
    arrivals = sorted(
        (step.at, module, step.value)
        for module, series in scores.items()
        if module in possible
        for step in series
    )
    latest: dict[str, float] = {}
    steps: list[Step] = []
    for at, group in groupby(arrivals, key=itemgetter(0)):
        latest.update((module, value) for _, module, value in group)
        steps.append(
            Step(at, sum(possible[module] * value for module, value in latest.items()) / whole)
        )
    return tuple(steps)


def mean_score(latest: Mapping[str, float], possible: Mapping[str, float]) -> float | None:
    """Return the mean of module scores weighted by possible points, over those that have one."""
    weight = sum(possible.get(module, 0.0) for module in latest)
    if not weight:
        return None
    return sum(possible.get(module, 0.0) * value for module, value in latest.items()) / weight
