"""The figures of an exercise, from rows of attempts and scores. Pure: no database, no clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from grader.results import Outcome
from portal.instructor.analysis.rows import AttemptRow, ScoreRow, TaskRow
from portal.statistics.flags import PASSED, STRONG, Evidence, Flag, flags
from portal.statistics.intervals import Interval, wilson
from portal.statistics.items import Column, ItemTotal, corrected_item_total
from portal.statistics.success import (
    AttemptsUntilSuccess,
    TimeToSuccess,
    Try,
    attempts_until_success,
    time_to_success,
)
from portal.statistics.tasks import TaskScore, TaskSummary, summarise_tasks

UNDECIDED = frozenset(
    {
        "not_decided",
        "judge_stopped",
        "died",
        "time_limit",
        "memory_limit",
        "process_limit",
        "disk_limit",
        "output_limit",
    }
)
"""Codes that say more about the run than about the answer."""

EXAMPLES = 12
"""So many attempts per code are kept to choose examples from: several may be the same."""


@dataclass(frozen=True)
class CodeCount:
    """How often a diagnosis was given.

    Attributes:
        code: the diagnosis.
        attempts: graded attempts that got it.
        learners: learners who got it at least once.
        interval: Wilson 95% interval of the share of learners who did, of all who tried the task.
        examples: ids of the latest attempts with it, of different learners.
    """

    code: str
    attempts: int
    learners: int
    interval: Interval
    examples: tuple[int, ...]


@dataclass(frozen=True)
class TaskAnalysis:
    """All figures of one task.

    Attributes:
        task: the task.
        summary: over the counting attempts; None as long as there is none.
        item_total: corrected item-total correlation, over the counting attempts.
        attempts: graded attempts with this task.
        learners: learners who made them.
        waiting: learners of whom no attempt has points in it yet.
        until: with which attempt it is solved.
        since_release: time until it is solved, from the release.
        since_first: the same from each learner's first attempt.
        codes: diagnoses, those of most learners first.
        right: ids of right attempts, the latest of each learner.
        flags: rules that it breaks; none for a task of an earlier version, which nobody meets any more.
    """

    task: TaskRow
    summary: TaskSummary | None
    item_total: ItemTotal
    attempts: int
    learners: int
    waiting: int
    until: AttemptsUntilSuccess
    since_release: TimeToSuccess
    since_first: TimeToSuccess
    codes: tuple[CodeCount, ...]
    right: tuple[int, ...]
    flags: tuple[Flag, ...]

    @property
    def at_once(self) -> int:
        """Learners who solved it with their first attempt."""
        return dict(self.until.counts).get(1, 0)


@dataclass
class _Own:
    """One learner's attempts at one task so far."""

    first: datetime
    last: datetime
    known: bool = False
    solved_with: int | None = None
    solved: datetime | None = None


@dataclass
class _Collected:
    """What is gathered about one task while the attempts are gone through."""

    own: dict[int, _Own] = field(default_factory=dict)
    attempts: int = 0
    undecided: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    with_code: dict[str, dict[int, int]] = field(default_factory=dict)
    right: dict[int, int] = field(default_factory=dict)


def analyse(
    tasks: Iterable[TaskRow],
    attempts: Sequence[AttemptRow],
    scores: Mapping[int, Sequence[ScoreRow]],
    start: datetime,
    end: datetime,
) -> tuple[TaskAnalysis, ...]:
    """Return the figures of all tasks.

    Args:
        tasks: of all versions, each once.
        attempts: graded ones, by learner and number.
        scores: attempt -> its tasks.
        start: when the exercise was released.
        end: until when learners were watched: now, or when the exercise closed.
    """
    collected = {task.name: _Collected() for task in tasks}
    for attempt in attempts:
        for score in scores.get(attempt.id, ()):
            _collect(collected[score.task], attempt, score)
    counting = [scores.get(attempt.id, ()) for attempt in attempts if attempt.counts]
    columns = _columns(list(collected), counting)
    totals = corrected_item_total(columns)
    summaries = summarise_tasks(
        TaskScore(one.task, one.points, one.maximum, one.code) for row in counting for one in row
    )
    strong = _codes_of_the_strong(counting)
    return tuple(
        _analysis(
            task,
            collected[task.name],
            summaries.get(task.name),
            totals[task.name],
            strong.get(task.name, []),
            (start, end),
        )
        for task in sorted(tasks, key=lambda task: (not task.current, task.position, task.name))
    )


def _collect(found: _Collected, attempt: AttemptRow, score: ScoreRow) -> None:
    own = found.own.get(attempt.learner)
    if own is None:
        own = found.own[attempt.learner] = _Own(attempt.at, attempt.at)
    own.last = attempt.at
    found.attempts += 1
    found.codes[score.code] += 1
    # the latest attempt of a learner stands for her
    found.with_code.setdefault(score.code, {})[attempt.learner] = attempt.id
    if score.code in UNDECIDED or score.outcome == Outcome.UNGRADED:
        found.undecided += 1
    if score.points is None:
        return
    own.known = True
    if score.points >= score.maximum:
        found.right[attempt.learner] = attempt.id
        if own.solved is None:
            own.solved, own.solved_with = attempt.at, attempt.number


def _columns(tasks: Sequence[str], counting: Sequence[Sequence[ScoreRow]]) -> dict[str, Column]:
    columns: dict[str, list[tuple[float, float] | None]] = {
        task: [None] * len(counting) for task in tasks
    }
    for place, row in enumerate(counting):
        for score in row:
            if score.points is not None:
                columns[score.task][place] = (score.points, score.maximum)
    return dict(columns)


def _codes_of_the_strong(counting: Sequence[Sequence[ScoreRow]]) -> dict[str, list[str]]:
    """Return for each task the codes of learners who have most points of the others."""
    found: dict[str, list[str]] = {}
    for row in counting:
        marked = [score for score in row if score.points is not None]
        points = sum(score.points or 0.0 for score in marked)
        maximum = sum(score.maximum for score in marked)
        for score in marked:
            own = score.points or 0.0
            rest = maximum - score.maximum
            if rest > 0 and points - own >= STRONG * rest:
                full = own >= score.maximum
                found.setdefault(score.task, []).append(PASSED if full else score.code)
    return found


def _analysis(
    task: TaskRow,
    found: _Collected,
    summary: TaskSummary | None,
    item_total: ItemTotal,
    strong: Sequence[str],
    watched: tuple[datetime, datetime],
) -> TaskAnalysis:
    tries = _tries(found, *watched)
    until = attempts_until_success(tries)
    waiting = len(found.own) - len(tries)
    return TaskAnalysis(
        task=task,
        summary=summary,
        item_total=item_total,
        attempts=found.attempts,
        learners=len(found.own),
        waiting=waiting,
        until=until,
        since_release=time_to_success(tries, since_first_attempt=False),
        since_first=time_to_success(tries, since_first_attempt=True),
        codes=_codes(found),
        right=tuple(sorted(found.right.values(), reverse=True)),
        flags=flags(
            Evidence(
                full=summary.full if summary else 0,
                marked=summary.marked if summary else 0,
                at_once=dict(until.counts).get(1, 0),
                tried=until.tried,
                item_total=item_total,
                # a person marks a written answer: neither that it waits nor the code says anything about the task
                undecided=0 if task.manual else found.undecided,
                attempts=0 if task.manual else found.attempts,
                strong=() if task.manual else strong,
            )
        )
        if task.current
        else (),
    )


def _tries(found: _Collected, start: datetime, end: datetime) -> list[Try]:
    """Return one entry for each learner who has points in the task."""
    return [
        Try(
            first=(own.first - start).total_seconds(),
            solved_with=own.solved_with,
            solved=None if own.solved is None else (own.solved - start).total_seconds(),
            # some may hand in later than the others, by arrangement
            watched=(max(end, own.last) - start).total_seconds(),
        )
        for own in found.own.values()
        if own.known
    ]


def _codes(found: _Collected) -> tuple[CodeCount, ...]:
    counts = [
        CodeCount(
            code,
            number,
            len(by),
            wilson(len(by), len(found.own)),
            tuple(sorted(by.values(), reverse=True)[:EXAMPLES]),
        )
        for code, number in found.codes.items()
        for by in [found.with_code[code]]
    ]
    return tuple(sorted(counts, key=lambda one: (-one.learners, -one.attempts, one.code)))
