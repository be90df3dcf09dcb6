"""A draft of an exercise: what is ordered of the program `grader.accuracy.draft`, and what comes back. Data only."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Action(StrEnum):
    """What is to be done with a draft."""

    CHECK = "check"
    INSTALL = "install"


@dataclass(frozen=True)
class Order:
    """What the program `grader.accuracy.draft` is asked for.

    Attributes:
        action: what to do.
        root: the course: the folder with curriculum/ and exercises/.
        build: where built files go.
        exercise: its id.
        base: the text that the draft was made from.
        text: the draft.
        workers: how many processes audit at once.
        unsafe_no_sandbox: run what the author wrote with the rights of this process.
    """

    action: Action
    root: str
    build: str
    exercise: str
    base: str
    text: str
    workers: int = 1
    unsafe_no_sandbox: bool = False


@dataclass(frozen=True)
class DraftProblem:
    """One thing that is wrong.

    Attributes:
        file: relative to the exercise's folder, `exercise.py` for the draft itself; others as the course calls them.
        line: counted from 1.
        message: what is wrong.
        remedy: what to do.
    """

    file: str
    line: int
    message: str
    remedy: str


@dataclass(frozen=True)
class DraftFinding:
    """A right answer that was refused, or a wrong one that was accepted."""

    variant: str
    change: str
    evidence: str


@dataclass(frozen=True)
class DraftTask:
    """What the audit found of one task; see `grader.accuracy.results.TaskAccuracy`."""

    task: str
    right: int
    rewrites: int
    misses: int
    mutants: int
    equivalent: int
    refused: tuple[DraftFinding, ...]
    survivors: tuple[DraftFinding, ...]
    milliseconds: float


@dataclass(frozen=True)
class Paragraph:
    """A paragraph whose translation does not fit it any more: `stale`, or `missing` where there is none."""

    text: str
    state: str


@dataclass(frozen=True)
class PreviewCell:
    """A cell as a learner receives it."""

    markdown: bool
    text: str


@dataclass(frozen=True)
class Report:
    """What the check of a draft found.

    Attributes:
        problems: what is wrong with the texts, or does not score what it promises.
        tasks: what the audit found, task by task; none where the texts are wrong.
        untranslated: language -> paragraphs that the draft leaves without a fitting translation.
        preview: language -> the notebook that learners would get.
        seconds: how long it took.
    """

    problems: tuple[DraftProblem, ...] = ()
    tasks: tuple[DraftTask, ...] = ()
    untranslated: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    preview: dict[str, tuple[PreviewCell, ...]] = field(default_factory=dict)
    seconds: float = 0.0


@dataclass(frozen=True)
class Outcome:
    """What the program answers: exactly one of these is there.

    Attributes:
        report: what a check found.
        version: the version that was installed.
        refusal: why the draft cannot be installed; another try would not help.
    """

    report: Report | None = None
    version: str = ""
    refusal: str = ""
