"""Mastery: what a learner has earned of what could be earned, by competence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class TaskPoints:
    """Points of one learner in one task.

    Attributes:
        competences: tags such as "5.1 II A1": sub-domain, area, level.
        points: earned in the counting attempt; None: not tried, or not marked yet.
        maximum: points that the task is worth.
        waiting: submitted, but neither a check nor a person has given points yet.
    """

    competences: tuple[str, ...]
    points: float | None
    maximum: float
    waiting: bool = False


@dataclass(frozen=True)
class Mastery:
    """Points of one learner in one sub-domain.

    Attributes:
        subdomain: id in the framework, such as "5.1".
        earned: points earned, 0 to possible.
        possible: points of all released tasks that carry the sub-domain.
        waiting: points among `possible` that wait for a mark.
        tasks: number of those tasks.
    """

    subdomain: str
    earned: float
    possible: float
    waiting: float
    tasks: int

    @property
    def share(self) -> float:
        """Earned of possible, 0 to 1."""
        return self.earned / self.possible if self.possible else 0.0


def mastery(tasks: Iterable[TaskPoints]) -> tuple[Mastery, ...]:
    """Return earned and possible points by sub-domain, ordered by its number.

    Formula: earned(s) = sum of points, possible(s) = sum of maxima, over the tasks tagged with
    sub-domain s. A task with several sub-domains counts in full for each; one with two tags of the
    same sub-domain counts once. This is the observed score of classical test theory (Lord and
    Novick, "Statistical Theories of Mental Test Scores", 1968), not an estimate of ability.
    """
    sums: dict[str, list[float]] = {}
    for task in tasks:
        for subdomain in {tag.split()[0] for tag in task.competences if tag.strip()}:
            entry = sums.setdefault(subdomain, [0.0, 0.0, 0.0, 0.0])
            entry[0] += task.points or 0.0
            entry[1] += task.maximum
            entry[2] += task.maximum if task.waiting else 0.0
            entry[3] += 1
    return tuple(
        Mastery(subdomain, earned, possible, waiting, int(count))
        for subdomain, (earned, possible, waiting, count) in sorted(
            sums.items(), key=lambda item: subdomain_order(item[0])
        )
    )


def subdomain_order(subdomain: str) -> tuple[int, ...]:
    """Return a sort key that puts "5.2" before "5.10", and what is no number last."""
    parts = subdomain.split(".")
    if all(part.isdecimal() for part in parts):
        return tuple(int(part) for part in parts)
    return (10**6,)
