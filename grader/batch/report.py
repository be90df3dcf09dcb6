"""What came of grading an assignment: one line for each submission, and their sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from grader.judge.plan import CheckPlan


class Status(StrEnum):
    """What came of one submission."""

    GRADED = "graded"
    SKIPPED = "skipped"
    """It was graded before, and nothing newer was handed in."""
    FAILED = "failed"
    """It could not be graded; what was recorded of it before stays."""


@dataclass(frozen=True)
class Line:
    """What came of one submission.

    Attributes:
        student: nbgrader's student id.
        status: what came of it.
        reason: why it could not be graded, or empty.
        points: automatic points, without what waits for a person.
        notebooks: how many were judged.
        unprotected: how many scores were read beside the learner's code.
        waiting: how many tasks wait for a person.
    """

    student: str
    status: Status
    reason: str = ""
    points: float = 0.0
    notebooks: int = 0
    unprotected: int = 0
    waiting: int = 0


@dataclass(frozen=True)
class Report:
    """What came of grading an assignment.

    Attributes:
        assignment: nbgrader's assignment id.
        lines: one for each submission that was looked at.
        left: submissions that were not come to, because the grading was interrupted.
        unprotected: task -> why its score is not protected.
        seconds: wall time, the reference solution included.
    """

    assignment: str
    lines: Sequence[Line]
    left: int
    unprotected: Mapping[str, CheckPlan]
    seconds: float

    @property
    def failed(self) -> tuple[Line, ...]:
        """The submissions that could not be graded."""
        return tuple(line for line in self.lines if line.status is Status.FAILED)

    def text(self) -> str:
        """Return the report for a terminal."""
        count = Counter(line.status for line in self.lines)
        notebooks = sum(line.notebooks for line in self.lines)
        rate = notebooks * 60 / self.seconds if self.seconds else 0.0
        rows = [
            ("graded", f"{count[Status.GRADED]} submissions, {notebooks} notebooks"),
            ("failed to grade", str(count[Status.FAILED])),
            ("skipped, graded before", str(count[Status.SKIPPED])),
            ("scores not protected", str(sum(line.unprotected for line in self.lines))),
            ("tasks waiting for a person", str(sum(line.waiting for line in self.lines))),
            ("notebooks per minute", f"{rate:.0f} ({self.seconds:.1f} s)"),
        ]
        if self.left:
            rows.insert(1, ("not come to", str(self.left)))
        width = max(len(name) for name, _ in rows)
        texts = [f"{line.student}: not graded: {line.reason}" for line in self.failed]
        texts += [
            f"{task}: not protected: {check.reason}; {check.suggestion}"
            for task, check in self.unprotected.items()
        ]
        texts += [f"{name:<{width}}  {value}" for name, value in rows]
        return "\n".join(texts)
