"""How well a task goes with the rest of its exercise: the corrected item-total correlation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import atanh, sqrt, tanh
from statistics import NormalDist

Column = Sequence[tuple[float, float] | None]
"""One task: for each learner points and maximum, or None where there are no points (not marked, not in her version)."""

ENTERS_REST = 0.5
"""A task counts among the others once this share of the learners has points in it."""

FEWEST = 10
"""No correlation is computed from fewer learners: it would be noise."""

_ROUNDING = 1e-9


@dataclass(frozen=True)
class ItemTotal:
    """The corrected item-total correlation of one task.

    Attributes:
        value: -1 to 1; None with fewer than `FEWEST` learners, or where it is undefined: points without variance.
        low: lower end of its interval; -1 where `value` is None.
        high: upper end of its interval; 1 where `value` is None.
        n: learners that it is computed from.
        left_out: learners with points in this task but none yet in one of the others.
        others: tasks that make up the rest of the exercise.
    """

    value: float | None
    low: float
    high: float
    n: int
    left_out: int
    others: tuple[str, ...]


def pearson(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Return Pearson's correlation of paired numbers, or None where one of them does not vary.

    Formula: r = sum (x - mx)(y - my) / sqrt(sum (x - mx)^2 x sum (y - my)^2). Numbers whose spread is below 1e-9 of
    their size count as equal, since sums of the same points in another order differ by rounding.

    Source: K. Pearson, Phil. Trans. R. Soc. A 187 (1896) 253.
    """
    size = len(first)
    if size < 2 or not (_varies(first) and _varies(second)):
        return None
    middle, other_middle = sum(first) / size, sum(second) / size
    deviations = [value - middle for value in first]
    others = [value - other_middle for value in second]
    product = sum(one * two for one, two in zip(deviations, others, strict=True))
    spread = sqrt(sum(one * one for one in deviations) * sum(two * two for two in others))
    return max(-1.0, min(1.0, product / spread))


def fisher_interval(correlation: float, size: int, confidence: float = 0.95) -> tuple[float, float]:
    """Return Fisher's interval of a correlation.

    Formula: tanh(artanh r +- z / sqrt(n - 3)), z the normal quantile of (1 + confidence) / 2. With three pairs or fewer
    it is all of -1 to 1; a correlation of exactly 1 or -1 has no width.

    Source: R. A. Fisher, Metron 1 (1921) 3. It is exact for normal data; for points in tasks it is an approximation,
    whose coverage is measured in tests/portal/statistics.
    """
    if size <= 3:
        return -1.0, 1.0
    if abs(correlation) >= 1:
        return correlation, correlation
    half = NormalDist().inv_cdf((1 + confidence) / 2) / sqrt(size - 3)
    middle = atanh(correlation)
    return tanh(middle - half), tanh(middle + half)


def corrected_item_total(
    columns: Mapping[str, Column], confidence: float = 0.95
) -> dict[str, ItemTotal]:
    """Return for each task how its points go with the points of the other tasks.

    Formula: r = Pearson's correlation of points / maximum in the task with the sum of points in the other tasks; the
    task itself is not in the sum, since it would correlate with itself. The interval is Fisher's.

    Where points are missing: another task belongs to the sum once at least half of the learners have points in it (so
    an essay that nobody has marked takes no learner away); a learner who lacks points in one of those is left out and
    counted. With fewer than 10 learners there is no value.

    Source: F. M. Lord and M. R. Novick, "Statistical Theories of Mental Test Scores" (1968), ch. 15; the correction for
    overlap: S. Henrysson, Psychometrika 28 (1963) 211.

    Args:
        columns: task -> its points, the same learners in the same order in each.
        confidence: level of the intervals.
    """
    entering = [task for task, column in columns.items() if _enters(column)]
    learners = max((len(column) for column in columns.values()), default=0)
    totals, missing = [0.0] * learners, [0] * learners
    for task in entering:
        for place, entry in enumerate(columns[task]):
            if entry is None:
                missing[place] += 1
            else:
                totals[place] += entry[0]
    found = {}
    for task, column in columns.items():
        own = task in entering
        shares: list[float] = []
        rests: list[float] = []
        left_out = 0
        for place, entry in enumerate(column):
            if entry is None or entry[1] <= 0:
                continue
            if missing[place]:
                left_out += 1
                continue
            shares.append(entry[0] / entry[1])
            rests.append(totals[place] - entry[0] if own else totals[place])
        others = tuple(other for other in entering if other != task)
        found[task] = _item_total(shares, rests, left_out, others, confidence)
    return found


def _item_total(
    shares: Sequence[float],
    rests: Sequence[float],
    left_out: int,
    others: tuple[str, ...],
    confidence: float,
) -> ItemTotal:
    size = len(shares)
    value = pearson(shares, rests) if size >= FEWEST and others else None
    if value is None:
        return ItemTotal(None, -1.0, 1.0, size, left_out, others)
    return ItemTotal(value, *fisher_interval(value, size, confidence), size, left_out, others)


def _enters(column: Column) -> bool:
    """Say whether enough learners have points in a task."""
    known = sum(entry is not None for entry in column)
    return known > 0 and known >= ENTERS_REST * len(column)


def _varies(values: Sequence[float]) -> bool:
    low, high = min(values), max(values)
    return high - low > _ROUNDING * max(abs(low), abs(high))
