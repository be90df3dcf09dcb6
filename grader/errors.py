"""What can go wrong in the grader: one root, and a kind for each cause with its facts as fields."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


class GraderError(Exception):
    """Root of everything that the grader reports as wrong."""


class ReleaseError(GraderError):
    """nbgrader cannot make a release version of a source notebook.

    Attributes:
        step: the preprocessor of nbgrader that refused.
        reason: what it said.
    """

    def __init__(self, *, step: str, reason: str) -> None:
        super().__init__(f"nbgrader's {step} refuses this source notebook: {reason}")
        self.step = step
        self.reason = reason


class SandboxUnavailableError(GraderError):
    """Learner code cannot be shut in here, so nothing is executed.

    Attributes:
        reason: what is missing.
        remedy: how to install or enable it.
    """

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"No sandbox for learner code: {reason}. {remedy}")
        self.reason = reason
        self.remedy = remedy


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in the text that authors and translators write.

    Attributes:
        file: where it is.
        line: line number, counted from 1.
        message: what is wrong: what was expected and what was found.
        remedy: what to do about it.
    """

    file: Path
    line: int
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}; {self.remedy}"


class AuthoringError(GraderError):
    """Root of what is wrong with the content of the course."""


class SourceError(AuthoringError):
    """Sources, answers, translations or the catalog cannot be used as they are.

    Attributes:
        problems: everything that is wrong, by file and line.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class RehearsalError(AuthoringError):
    """The process that runs an exercise to rehearse it ended before it was done.

    Attributes:
        reason: what it said last.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"The rehearsal process ended too early: {reason}")
        self.reason = reason


class ExecutionCancelledError(GraderError):
    """The execution of a notebook was ended from outside, because the grader stops."""

    def __init__(self) -> None:
        super().__init__("The execution was cancelled.")
