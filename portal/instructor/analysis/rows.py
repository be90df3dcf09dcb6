"""What is read of an exercise for its item analysis: its tasks, attempts and scores."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

import msgspec

from portal.models import Texts


class TaskRow(NamedTuple):
    """One task, over all versions that attempts were graded against."""

    name: str
    title: Texts
    manual: bool
    position: int
    current: bool


class AttemptRow(msgspec.Struct, frozen=True, gc=False):
    """One graded attempt. Out of the garbage collector's sight: a large class has tens of thousands of such rows."""

    id: int
    learner: int
    number: int
    at: datetime
    counts: bool


class ScoreRow(msgspec.Struct, frozen=True, gc=False):
    """One task of one attempt."""

    task: str
    points: float | None
    maximum: float
    code: str
    outcome: str
