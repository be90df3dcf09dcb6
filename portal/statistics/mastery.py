"""Mastery: what a learner has earned of what could be earned, by competence, level and kind of evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from grader.competences import LEVELS, read_competence


@dataclass(frozen=True)
class TaskPoints:
    """Points of one learner in one task.

    Attributes:
        competences: tags such as "5.1 II A1": sub-domain, area, level.
        points: earned in the counting attempt; None: not tried, or not marked yet.
        maximum: points that the task is worth.
        waiting: submitted, but neither a check nor a person has given points yet.
        by_person: a person marks it or has marked it; otherwise a program.
    """

    competences: tuple[str, ...]
    points: float | None
    maximum: float
    waiting: bool = False
    by_person: bool = False


@dataclass(frozen=True)
class Evidence:
    """Points in tasks of one kind.

    Attributes:
        earned: points earned, 0 to possible.
        possible: points of all released tasks of the kind.
        waiting: points among `possible` that wait for a mark.
        tasks: number of those tasks.
    """

    earned: float = 0.0
    possible: float = 0.0
    waiting: float = 0.0
    tasks: int = 0

    @property
    def share(self) -> float:
        """Earned of possible, 0 to 1."""
        return self.earned / self.possible if self.possible else 0.0


@dataclass(frozen=True)
class LevelMastery:
    """Points of one learner in one sub-domain at one level, by who gave them.

    Attributes:
        level: one of the framework's, such as "A2".
        by_program: in tasks that a program marks.
        by_person: in tasks that a person marks.
    """

    level: str
    by_program: Evidence
    by_person: Evidence


@dataclass(frozen=True)
class Mastery:
    """Points of one learner in one sub-domain, lowest level first.

    Attributes:
        subdomain: id in the framework, such as "5.1".
        levels: those that any of the tasks is tagged with.
    """

    subdomain: str
    levels: tuple[LevelMastery, ...]


def mastery(tasks: Iterable[TaskPoints]) -> tuple[Mastery, ...]:
    """Return earned and possible points by sub-domain, level and kind of evidence, ordered by number and level.

    Formula: earned(s, l, k) = sum of points, possible(s, l, k) = sum of maxima, over the tasks tagged with sub-domain s
    at level l whose points are given by k, a program or a person. A task with several sub-domains or levels counts in
    full for each; one with two tags of the same sub-domain and level (in two areas) counts once. Levels are never added
    up, since points at a low level are no evidence for a higher one; nor are program and person: a program's marks
    alone support no claim above `grader.competences.HIGHEST_BY_PROGRAM`. Tags that the framework does not have are left
    out. This is the observed score of classical test theory (Lord and Novick, "Statistical Theories of Mental Test
    Scores", 1968), not an estimate of ability.
    """
    sums: dict[tuple[str, str], dict[bool, list[TaskPoints]]] = {}
    for task in tasks:
        read = [read_competence(tag) for tag in task.competences]
        for subdomain, level in {(one.subdomain, one.level) for one in read if one is not None}:
            kinds = sums.setdefault((subdomain, level), {False: [], True: []})
            kinds[task.by_person].append(task)
    ordered = sorted(sums, key=lambda key: (*map(int, key[0].split(".")), LEVELS.index(key[1])))
    return tuple(
        Mastery(
            subdomain,
            tuple(
                LevelMastery(key[1], _evidence(sums[key][False]), _evidence(sums[key][True]))
                for key in keys
            ),
        )
        for subdomain, keys in groupby(ordered, key=lambda key: key[0])
    )


def _evidence(tasks: list[TaskPoints]) -> Evidence:
    """Add up tasks of one kind."""
    return Evidence(
        earned=sum(task.points or 0.0 for task in tasks),
        possible=sum(task.maximum for task in tasks),
        waiting=sum(task.maximum for task in tasks if task.waiting),
        tasks=len(tasks),
    )
