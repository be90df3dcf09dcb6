"""What a grading says: the one schema that the grader and the portal share.

Data only. The grader makes a `Result`, the portal stores it and shows it; neither needs the other's code. A verdict is
data too (a code with parameters); the texts beside it are made from that data by the grader, one for each language, so
that a learner in Seoul and an instructor in Chicago read the same verdict each in their own language.

Only the standard library and msgspec are imported here: `import grader.results` must stay cheap for the portal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec

SCHEMA = 1
"""Version of this schema. A reader refuses a newer one instead of guessing."""

LANGUAGES = ("en", "ja", "ko")
"""The languages of the notebooks and of the portal; the first is the source language."""


UNPROTECTED = "unprotected"
"""Parameter of a verdict: the check ran beside the learner's code, which could have written the points itself."""


class Outcome(StrEnum):
    """What came out of grading one task."""

    PASSED = "passed"
    FAILED = "failed"
    UNGRADED = "ungraded"
    """The grader could not tell, or a person has to mark: never zero points."""


@dataclass(frozen=True)
class Verdict:
    """Why a task has the points it has.

    Attributes:
        outcome: passed, failed or ungraded.
        code: what differs, as a stable word: `passed`, `relative_phase`, `budget_exceeded`, `time_limit` ...
        parameters: the numbers and words that the code's text needs. They never hold a hidden target.
        rationale: language -> one sentence that says what differs. English is always there.
        hint: language -> one sentence that says what to try next. May be empty.
    """

    outcome: Outcome
    code: str
    parameters: Mapping[str, str | int | float] = field(default_factory=dict)
    rationale: Mapping[str, str] = field(default_factory=dict)
    hint: Mapping[str, str] = field(default_factory=dict)


class MarkedBy(StrEnum):
    """Who gave the points."""

    CHECK = "check"
    PERSON = "person"
    NOBODY = "nobody"
    """Waits for a person."""


@dataclass(frozen=True)
class TaskResult:
    """The points of one task in one attempt.

    Attributes:
        task: nbgrader's grade_id of the graded cell.
        points: points given, between 0 and `maximum`; None as long as nobody has marked it.
        maximum: points that the task is worth.
        marked_by: check, person or nobody.
        verdict: why.
    """

    task: str
    points: float | None
    maximum: float
    marked_by: MarkedBy
    verdict: Verdict


@dataclass(frozen=True)
class Result:
    """The grading of one attempt (one submission).

    Attributes:
        submission: the portal's id of the submission.
        exercise: the exercise's id, which is the nbgrader assignment's name.
        version: the exercise version that it was graded against.
        tasks: one entry per task, in notebook order.
        graded_at: when, with a time zone.
        seconds: wall time of execution.
        engine: name and version of what executed the notebook.
        schema: `SCHEMA` of the writer.
    """

    submission: str
    exercise: str
    version: str
    tasks: tuple[TaskResult, ...]
    graded_at: datetime
    seconds: float
    engine: str
    schema: int = SCHEMA


class ResultError(ValueError):
    """A result that cannot be read: wrong form, or written by a newer Qampus.

    Attributes:
        reason: what was expected and what was found.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"Not a grading result: {reason}")
        self.reason = reason


def encode_result(result: Result) -> bytes:
    """Return the result as JSON."""
    return msgspec.json.encode(result)


def decode_result(data: bytes | str) -> Result:
    """Read a result from JSON.

    Raises:
        ResultError: the data is no JSON, misses a field, has points outside 0..maximum or a newer schema.
    """
    try:
        schema = msgspec.json.decode(data, type=dict[str, Any]).get("schema", SCHEMA)
        if schema != SCHEMA:
            raise ResultError(f"expected schema {SCHEMA}, got {schema}")
        result = msgspec.json.decode(data, type=Result)
    except msgspec.MsgspecError as error:
        raise ResultError(str(error)) from error
    for task in result.tasks:
        if task.points is not None and not 0 <= task.points <= task.maximum:
            raise ResultError(
                f"task {task.task}: expected 0 to {task.maximum} points, got {task.points}"
            )
    if result.graded_at.tzinfo is None:
        raise ResultError("graded_at: expected a time with a time zone")
    return result
