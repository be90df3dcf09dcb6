"""How a class did in each task."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from portal.statistics.intervals import Interval, wilson


@dataclass(frozen=True)
class TaskScore:
    """One learner's counting score in one task.

    Attributes:
        task: id of the task.
        points: points given; None: waits for a person.
        maximum: points that the task is worth.
        code: the verdict's code.
    """

    task: str
    points: float | None
    maximum: float
    code: str


@dataclass(frozen=True)
class TaskSummary:
    """How a class did in one task.

    Attributes:
        task: id of the task.
        marked: learners whose points are known.
        waiting: learners whose answer waits for a person.
        mean: mean share of points over the marked, 0 to 1; None without any.
        full: learners with all points.
        full_interval: Wilson 95% interval of the share with all points.
        codes: how often each verdict code was given, most frequent first, ties by code; the
        waiting are not in it.
    """

    task: str
    marked: int
    waiting: int
    mean: float | None
    full: int
    full_interval: Interval
    codes: tuple[tuple[str, int], ...]

    @property
    def full_share(self) -> float | None:
        """Share of the marked who have all points, 0 to 1."""
        return self.full / self.marked if self.marked else None


def summarise_tasks(scores: Iterable[TaskScore]) -> dict[str, TaskSummary]:
    """Return a summary for each task that occurs, in order of first occurrence.

    Formulae: mean = sum(points / maximum) / marked, the classical item difficulty (Lord and
    Novick, 1968, ch. 15); share with all points = full / marked with its Wilson interval.
    """
    by_task: dict[str, list[TaskScore]] = {}
    for score in scores:
        by_task.setdefault(score.task, []).append(score)
    return {task: _summary(task, entries) for task, entries in by_task.items()}


def _summary(task: str, entries: list[TaskScore]) -> TaskSummary:
    """Summarise the scores of one task."""
    shares = [
        entry.points / entry.maximum
        for entry in entries
        if entry.points is not None and entry.maximum > 0
    ]
    full = sum(1 for share in shares if share >= 1)
    codes = Counter(entry.code for entry in entries if entry.points is not None)
    return TaskSummary(
        task=task,
        marked=len(shares),
        waiting=sum(1 for entry in entries if entry.points is None),
        mean=sum(shares) / len(shares) if shares else None,
        full=full,
        full_interval=wilson(full, len(shares)),
        codes=tuple(sorted(codes.items(), key=lambda item: (-item[1], item[0]))),
    )
