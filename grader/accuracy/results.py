"""What the accuracy audit finds, as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

WANTED_MUTANTS = 50
"""How many mutants each task is tried with at least."""


@dataclass(frozen=True)
class Finding:
    """A right answer that was refused, or a wrong one that was accepted.

    Attributes:
        variant: which one.
        change: what was changed, as a difference of texts or in words.
        evidence: the refusal in the check's words, or the input on which the answer differs from the reference.
    """

    variant: str
    change: str
    evidence: str


@dataclass(frozen=True)
class TaskAccuracy:
    """How often the check of one task errs.

    Attributes:
        module: id of the exercise.
        task: id of the task.
        right: right answers written by people that were tried, the reference among them.
        rewrites: rewrites, proven right, that were tried.
        not_applicable: changes that do nothing here, or break the contract without being mutants.
        misses: near misses written by people.
        mutants: mutants that an assertion had to decide.
        equivalent: accepted mutants that are proven to be right answers.
        broken: further mutants that stopped with an error, or in no time; they are refused anyway.
        refused: right answers that were refused.
        survivors: wrong answers that were accepted.
        codes: diagnosis code -> how often it was met.
        milliseconds: median time of the check.
        inputs: on how many inputs a proof compares.
        doubts: what makes a proof weaker than it should be.
        seconds: how long it took.
    """

    module: str
    task: str
    right: int = 0
    rewrites: int = 0
    not_applicable: int = 0
    misses: int = 0
    mutants: int = 0
    equivalent: int = 0
    broken: int = 0
    refused: tuple[Finding, ...] = ()
    survivors: tuple[Finding, ...] = ()
    codes: dict[str, int] = field(default_factory=dict)
    milliseconds: float = 0.0
    inputs: int = 0
    doubts: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def accurate(self) -> bool:
        """Whether nothing was decided wrongly, with enough mutants to say so."""
        return not (self.refused or self.survivors) and self.mutants >= WANTED_MUTANTS


@dataclass(frozen=True)
class Audit:
    """The audit of several tasks.

    Attributes:
        seed: what chance was begun with.
        tasks: the tasks in the order of the exercises.
        seconds: wall time.
    """

    seed: int
    tasks: tuple[TaskAccuracy, ...]
    seconds: float = 0.0

    @property
    def accurate(self) -> bool:
        """Whether every task is."""
        return all(task.accurate for task in self.tasks)


def total(tasks: Iterable[TaskAccuracy]) -> TaskAccuracy:
    """Return the sums over tasks; times are the median of the tasks' medians."""
    every = list(tasks)
    codes: Counter[str] = Counter()
    for task in every:
        codes.update(task.codes)
    return TaskAccuracy(
        module="in all",
        task=f"{len(every)} tasks",
        right=sum(task.right for task in every),
        rewrites=sum(task.rewrites for task in every),
        not_applicable=sum(task.not_applicable for task in every),
        misses=sum(task.misses for task in every),
        mutants=sum(task.mutants for task in every),
        equivalent=sum(task.equivalent for task in every),
        broken=sum(task.broken for task in every),
        refused=tuple(found for task in every for found in task.refused),
        survivors=tuple(found for task in every for found in task.survivors),
        codes=dict(codes.most_common()),
        milliseconds=median([task.milliseconds for task in every] or [0.0]),
        inputs=sum(task.inputs for task in every),
        seconds=sum(task.seconds for task in every),
    )
