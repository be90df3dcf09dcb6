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


class BuiltFolderError(AuthoringError):
    """Built files cannot be written where they should go.

    Attributes:
        path: the folder.
        reason: what the operating system said.
    """

    def __init__(self, *, path: Path, reason: str) -> None:
        super().__init__(
            f"Cannot write built files to {path}: {reason}; choose another folder or give write access"
        )
        self.path = path
        self.reason = reason


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


class CourseError(GraderError):
    """nbgrader's course directory or gradebook cannot do what is asked.

    Attributes:
        course: id of the course.
        reason: what was expected and what was found.
    """

    def __init__(self, *, course: str, reason: str) -> None:
        super().__init__(f"Course {course}: {reason}")
        self.course = course
        self.reason = reason


class SubmissionError(GraderError):
    """A submitted file is no notebook.

    Attributes:
        reason: what was expected and what was found.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"Not a Jupyter notebook: {reason}")
        self.reason = reason


class FileNameError(GraderError):
    """A file beside a notebook cannot be laid beside it for its execution.

    Attributes:
        name: its path as it was given.
        reason: what was expected and what was found.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"The file {name!r} cannot lie beside the notebook: {reason}")
        self.name = name
        self.reason = reason


class PortalUnreachableError(GraderError):
    """The portal did not answer for as long as the caller was willing to wait.

    Attributes:
        address: the portal's.
        reason: what the last call came to.
    """

    def __init__(self, *, address: str, reason: str) -> None:
        super().__init__(f"The portal at {address} does not answer ({reason}). Is it running?")
        self.address = address
        self.reason = reason


class PortalRefusedError(GraderError):
    """The portal refuses a call.

    Attributes:
        call: method and path.
        status: HTTP status.
        code: the portal's word for what is wrong.
        message: the portal's sentence.
    """

    def __init__(self, *, call: str, status: int, code: str, message: str) -> None:
        super().__init__(f"The portal refuses {call} with {status} {code}: {message}")
        self.call = call
        self.status = status
        self.code = code
        self.message = message


class ExecutionError(GraderError):
    """A sandbox could not be started: the machine's fault, not the learner's.

    Attributes:
        reason: what the operating system said.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"A sandbox could not be started: {reason}")
        self.reason = reason


class WarmProcessLostError(ExecutionError):
    """The warm process of a sandbox ended while its forks ran: the machine's fault, not the learner's."""

    def __init__(self) -> None:
        super().__init__("its warm process ended in the middle")


class CatalogError(GraderError):
    """The build folder does not hold what a manifest promises.

    Attributes:
        path: the file.
        reason: what was expected and what was found.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}. Run `qampus build`.")
        self.path = path
        self.reason = reason


class BenchError(GraderError):
    """A measurement cannot be made, or what it measures went wrong.

    Attributes:
        reason: what was expected and what was found.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"Not measured: {reason}")
        self.reason = reason


class UngradableError(GraderError):
    """One submission cannot be graded; others are not concerned.

    Attributes:
        reason: what was expected and what was found, in one line.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
