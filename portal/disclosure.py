"""The one gate between learners' rows and anybody outside their university.

Every figure that a coordinator sees comes out of `publish`, and nothing else does. The gate is
pure: it gets learners' rows and gives back a `Programme` that holds no learner, no exact count
under ten, and no sum from which one could be taken.

The rules, `FLOOR` being ten:

1. **Cohorts.** A cohort under ten learners is left out altogether: of its rows, nothing enters any
   figure. Totals are taken over the published cohorts alone, so that no total minus its parts
   gives the small cohort back. (The usual alternative, hiding a second cohort to protect the
   first, would cost a second university its whole picture.)
2. **Learners count once.** Somebody in two cohorts counts in the first. Published cohorts are then
   disjoint, and no difference of two of them is a handful of people.
3. **Means come in batches.** The mean score of a cohort in a module changes only when at least ten
   different learners have a new best score since it last changed, the first time included. Two
   readings of the figure, however far apart, and two points of its curve, thus differ by the work
   of at least ten people. What arrived after the last batch is not in any figure.
4. **Means are rounded** to whole percent, and masked at the ends: 95 stands for "95 or more", 5
   for "5 or less", since a mean of 100 says what each single learner has.
5. **Totals of means are functions of the published means**, weighted by enrolment and possible
   points. They hold no information of their own.
6. **Counts are classes.** k of n is given as "all n" or as "at least b", where b is a multiple of
   ten that leaves ten or more above it; under the first such b it is suppressed. So neither a
   count nor its complement under ten can be read off, and a suppressed one may be any of at least
   ten values, 0 among them. "All" is said only where a module of that cohort is published.
7. **Counts of a union** (institution, programme) may name a b only where, by the published classes
   of its parts, every part keeps its whole class: sum(low) + w < b <= sum(high) - w, w being the
   widest class among the parts. Given any value of one part, the others can make up the rest; the
   union tells nothing new about any of them.
8. **The queue** (how many attempts were handed in, how many are graded) is counted for the whole
   programme, rounded down to tens, once ten learners stand behind the number.

Rules 1 to 5 follow the threshold and cell-suppression practice of official statistics; see
Hundepool et al., "Statistical Disclosure Control" (Wiley, 2012), chapters 4 and 5. Rule 3 is there
because a page that can be read every minute is a sequence of queries.
Limits: a result that replaces an older one (a regrade) and a learner who leaves change history,
which the batches of rule 3 then follow; nothing is stored between two calls.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter, itemgetter

FLOOR = 10
"""Fewest learners that any published figure may rest on."""

LOWEST, HIGHEST = 5, 95
"""Means in percent at and beyond which only "or less" and "or more" is said."""


@dataclass(frozen=True)
class Change:
    """From `at` on, `learner`'s best share of the points of `module` is `share` (0 to 1)."""

    at: datetime
    learner: str
    module: str
    share: float


@dataclass(frozen=True)
class CohortRows:
    """What the gate takes in for one cohort.

    Attributes:
        institution: id of the institution.
        cohort: id of the cohort.
        learners: pseudonyms of all who are enrolled.
        modules: ids of the modules released to the cohort.
        submitted: learner -> modules of which she has submitted at least one attempt.
        changes: every change of a best share, in any order.
    """

    institution: str
    cohort: str
    learners: frozenset[str]
    modules: tuple[str, ...]
    submitted: Mapping[str, frozenset[str]]
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Count:
    """How many of `of` learners: somewhere from `low` to `high`, both included. Exact only where all are meant."""

    low: int
    high: int
    of: int

    @property
    def suppressed(self) -> bool:
        """Whether nothing but "suppressed" may be shown."""
        return self.low == 0

    @property
    def everybody(self) -> bool:
        """Whether all of them are meant."""
        return self.low == self.of


@dataclass(frozen=True)
class Point:
    """A published mean: `percent` (whole, LOWEST to HIGHEST) from the moment `at` on."""

    at: datetime
    percent: int


@dataclass(frozen=True)
class CohortFigures:
    """What is published of one cohort. `enrolled` None: suppressed, and so is all else.

    Attributes:
        institution: id of the institution.
        cohort: id of the cohort.
        enrolled: learners, or None under ten.
        active: learners who have submitted at least one attempt.
        completed: learners who have submitted an attempt of every module.
        scores: module -> published points of its mean score, oldest first; a module without any is
        suppressed.
    """

    institution: str
    cohort: str
    enrolled: int | None
    active: Count | None
    completed: Count | None
    scores: Mapping[str, tuple[Point, ...]]


@dataclass(frozen=True)
class UnionFigures:
    """Published cohorts taken together: an institution, or the programme. Fields as in `CohortFigures`.

    `left_out` is the number of cohorts that are suppressed and so not counted here.
    """

    enrolled: int | None
    active: Count | None
    completed: Count | None
    scores: Mapping[str, tuple[Point, ...]]
    left_out: int


@dataclass(frozen=True)
class Programme:
    """Everything that may be shown of all institutions."""

    cohorts: tuple[CohortFigures, ...]
    institutions: Mapping[str, UnionFigures]
    total: UnionFigures


def count_class(k: int, n: int, *, everybody: bool = True) -> Count:
    """Return the class in which the count `k` of `n` learners may be published (rule 6).

    Args:
        k: how many, 0 to n.
        n: of how many.
        everybody: whether k == n may be said.
    """
    if not 0 <= k <= n:
        raise ValueError(f"a count: expected 0 to {n}, got {k}")
    if everybody and k == n and n >= FLOOR:
        return Count(n, n, n)
    low = min(k, max(n - FLOOR, 0)) // FLOOR * FLOOR
    above = low + FLOOR
    return Count(low, above - 1 if n - above >= FLOOR else (n - 1 if everybody else n), n)


def union_count(k: int, parts: Sequence[Count]) -> Count:
    """Return the class in which the sum `k` of counts published as `parts` may be published (rule 7)."""
    low, high = sum(part.low for part in parts), sum(part.high for part in parts)
    widest = max((part.high - part.low for part in parts), default=0)
    borders = [
        border for border in range(FLOOR, high + 1, FLOOR) if low + widest < border <= high - widest
    ]
    reached = max((border for border in borders if border <= k), default=low)
    beyond = min((border for border in borders if border > k), default=high + 1)
    return Count(reached, beyond - 1, sum(part.of for part in parts))


def mask(percent: float) -> int:
    """Return a mean in percent, rounded and masked at the ends (rule 4)."""
    return max(LOWEST, min(HIGHEST, round(percent)))


def batches(changes: Iterable[Change]) -> tuple[Point, ...]:
    """Return the published points of one cohort's mean score in one module (rule 3).

    The mean is over the learners who have a score at that moment. Changes at the same instant are
    taken together.
    """
    points: list[Point] = []
    best: dict[str, float] = {}
    new: set[str] = set()
    ordered = sorted(changes, key=lambda change: (change.at, change.learner))
    for at, together in groupby(ordered, key=attrgetter("at")):
        for change in together:
            best[change.learner] = change.share
            new.add(change.learner)
        if len(new) >= FLOOR:
            points.append(Point(at, mask(100 * sum(best.values()) / len(best))))
            new = set()
    return tuple(points)


def weighted(series: Sequence[tuple[float, Sequence[Point]]]) -> tuple[Point, ...]:
    """Return the weighted mean over time of published series: a function of what is published alone (rule 5).

    A series counts from its first point on. Points at which the result does not change are left
    out.

    Args:
        series: pairs of a weight and the points of one series.
    """
    arrivals = sorted(
        (point.at, index, point.percent)
        for index, (_, points) in enumerate(series)
        for point in points
    )
    latest: dict[int, int] = {}
    merged: list[Point] = []
    for moment, group in groupby(arrivals, key=itemgetter(0)):
        latest.update((index, percent) for _, index, percent in group)
        weights = sum(series[index][0] for index in latest)
        percent = mask(sum(series[index][0] * latest[index] for index in latest) / weights)
        if not merged or merged[-1].percent != percent:
            merged.append(Point(moment, percent))
    return tuple(merged)


def publish(cohorts: Sequence[CohortRows]) -> Programme:
    """Return all that may be shown of the cohorts, by the rules of this module.

    The order of `cohorts` decides where a learner counts who is in two of them.
    """
    seen: set[str] = set()
    figures: list[CohortFigures] = []
    exact: dict[tuple[str, str], tuple[int, int]] = {}
    for rows in cohorts:
        learners = rows.learners - seen
        seen |= rows.learners
        if len(learners) < FLOOR:
            figures.append(CohortFigures(rows.institution, rows.cohort, None, None, None, {}))
            continue
        scores = {
            module: batches(
                change
                for change in rows.changes
                if change.module == module and change.learner in learners
            )
            for module in rows.modules
        }
        submitted = [rows.submitted.get(learner, frozenset()) for learner in sorted(learners)]
        active = sum(1 for modules in submitted if modules)
        completed = sum(
            1 for modules in submitted if rows.modules and modules.issuperset(rows.modules)
        )
        exact[rows.institution, rows.cohort] = (active, completed)
        everybody = any(scores.values())
        figures.append(
            CohortFigures(
                rows.institution,
                rows.cohort,
                len(learners),
                count_class(active, len(learners), everybody=everybody),
                count_class(completed, len(learners), everybody=everybody),
                scores,
            )
        )
    institutions = {
        institution: [cohort for cohort in figures if cohort.institution == institution]
        for institution in dict.fromkeys(rows.institution for rows in cohorts)
    }
    sums = {
        institution: (
            sum(exact.get((institution, cohort.cohort), (0, 0))[0] for cohort in members),
            sum(exact.get((institution, cohort.cohort), (0, 0))[1] for cohort in members),
        )
        for institution, members in institutions.items()
    }
    unions = {
        institution: _union(members, *sums[institution])
        for institution, members in institutions.items()
    }
    total = _union(
        list(unions.values()),
        sum(active for active, _ in sums.values()),
        sum(completed for _, completed in sums.values()),
    )
    return Programme(tuple(figures), unions, total)


def queue_size(attempts: int, learners: int) -> int | None:
    """Return a number of attempts of the whole programme as rule 8 allows; None: suppressed.

    Args:
        attempts: how many.
        learners: different people who made them.
    """
    return attempts // FLOOR * FLOOR if learners >= FLOOR else None


def _union(
    parts: Sequence[CohortFigures] | Sequence[UnionFigures], active: int, completed: int
) -> UnionFigures:
    """Return the figures of published parts taken together, given their exact sums."""
    left_out = sum(
        part.left_out if isinstance(part, UnionFigures) else part.enrolled is None for part in parts
    )
    shown = [part for part in parts if part.enrolled is not None]
    if not shown:
        return UnionFigures(None, None, None, {}, left_out)
    modules = dict.fromkeys(module for part in shown for module in part.scores)
    return UnionFigures(
        enrolled=sum(part.enrolled or 0 for part in shown),
        active=union_count(active, [part.active for part in shown if part.active]),
        completed=union_count(completed, [part.completed for part in shown if part.completed]),
        scores={
            module: weighted([(part.enrolled or 0, part.scores.get(module, ())) for part in shown])
            for module in modules
        },
        left_out=left_out,
    )
