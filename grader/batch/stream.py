"""Many submissions through what judges: taken in one by one, judged at the same time, concluded as they come back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Event

from sqlalchemy.exc import SQLAlchemyError

from grader.batch.jobs import Judging
from grader.course.desk import TakenIn
from grader.course.folder import Found
from grader.errors import UngradableError
from grader.judge.job import Job, Judged

_PATIENCE = 0.5
"""Seconds until a request to stop is noticed."""


@dataclass(frozen=True)
class Steps:
    """What is done with each submission. An exception of the first two concerns that submission alone.

    Attributes:
        begin: takes it in and says what has to be judged: notebook -> job.
        conclude: gets what came out, notebook -> judged, when all of it is there.
        fail: is told why it came to nothing.
    """

    begin: Callable[[Found], tuple[TakenIn, Mapping[str, Job]]]
    conclude: Callable[[TakenIn, Mapping[str, Judged]], None]
    fail: Callable[[Found, Exception], None]


@dataclass
class _Open:
    found: Found
    taken: TakenIn
    jobs: int
    judged: dict[str, Judged] = field(default_factory=dict)


def judge_all(
    found: Sequence[Found], judging: Judging, steps: Steps, *, most_open: int, stopping: Event
) -> int:
    """Do the steps with every submission.

    Args:
        found: the submissions.
        judging: judges their notebooks.
        steps: what is done with each.
        most_open: submissions that are held in memory at once.
        stopping: when set, none is begun any more, and what is being judged is left.

    Returns:
        How many were left.

    Raises:
        GraderError: nobody is left to judge.
    """
    stream = _Stream(judging, steps)
    waiting = deque(found)
    try:
        while (waiting or stream.open) and not stopping.is_set():
            while waiting and len(stream.open) < most_open and not stopping.is_set():
                stream.begin(waiting.popleft())
            if stream.open:
                for key, answer in judging.finished(_PATIENCE):
                    stream.answer(key, answer)
    finally:
        if stream.open:
            judging.cancel()
    return len(waiting) + len(stream.open)


def reason_of(error: Exception) -> str:
    """Return why a submission came to nothing, in one line."""
    if isinstance(error, UngradableError):
        reason = error.reason
    elif isinstance(error, SQLAlchemyError):
        reason = f"the gradebook cannot be written: {error}"
    else:
        reason = f"{type(error).__name__}: {error}"
    return " ".join(reason.split())


@dataclass
class _Stream:
    judging: Judging
    steps: Steps
    open: dict[str, _Open] = field(default_factory=dict)
    keys: dict[str, tuple[str, str]] = field(default_factory=dict)

    def begin(self, found: Found) -> None:
        try:
            taken, jobs = self.steps.begin(found)
            if not jobs:
                self.steps.conclude(taken, {})
        except Exception as error:  # noqa: BLE001 - the surprise of one submission stops no other
            self.steps.fail(found, error)
            return
        if jobs:
            self.open[found.student] = _Open(found, taken, len(jobs))
        for name, job in jobs.items():
            key = f"{found.student}/{name}"
            self.keys[key] = (found.student, name)
            self.judging.submit(key, job)

    def answer(self, key: str, answer: Judged | Exception) -> None:
        student, name = self.keys.pop(key)
        one = self.open.get(student)
        if one is None:
            return  # another notebook of this submission came to nothing already
        if not isinstance(answer, Judged):
            del self.open[student]
            self.steps.fail(one.found, answer)
            return
        one.judged[name] = answer
        if len(one.judged) < one.jobs:
            return
        del self.open[student]
        try:
            self.steps.conclude(one.taken, one.judged)
        except Exception as error:  # noqa: BLE001 - the surprise of one submission stops no other
            self.steps.fail(one.found, error)
