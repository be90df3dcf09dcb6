"""Marks that people gave in the portal, as the grader writes them into the gradebook."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import msgspec
from flask import Response
from msgspec import Meta

from portal.api.blueprint import answer, blueprint, body_as
from portal.api.caller import Caller, only
from portal.api.description import described
from portal.api.results import submission_of
from portal.database import read, write
from portal.recording import Pending, pending, recorded


class MarksForm(msgspec.Struct):
    """How many marks are wanted at most."""

    limit: Annotated[int, Meta(ge=1, le=100)]


class Marks(msgspec.Struct, frozen=True):
    """Points that people gave and that the gradebook does not have yet, oldest first."""

    marks: list[Pending]


class RecordedMarkForm(msgspec.Struct):
    """Which marks were recorded: the moment that came with them."""

    marked_at: Annotated[datetime, Meta(tz=True)]


class RecordedMark(msgspec.Struct, frozen=True):
    """That the gradebook has the marks of a task up to a moment."""

    submission: str
    task: str
    marked_at: datetime


@blueprint.post("/grading/marks/claims")
@described("List marks for the gradebook", body=MarksForm, answers={200: Marks})
@only(Caller.GRADER)
def claim_marks() -> Response:
    """List what people marked, until it is noted as recorded. There is no lease: twice does no harm."""
    form = body_as(MarksForm)
    return answer(Marks(pending(read(), form.limit)))


@blueprint.put("/grading/submissions/<submission>/marks/<task>/recorded")
@described(
    "Note that marks are recorded",
    body=RecordedMarkForm,
    answers={200: RecordedMark},
    errors={404: ("unknown_submission",)},
)
@only(Caller.GRADER)
def put_recorded_mark(submission: str, task: str) -> Response:
    """Note that the gradebook has the marks of a task up to a moment; what was given later still waits."""
    form = body_as(RecordedMarkForm)
    with write() as session:
        found = submission_of(session, submission)
        recorded(session, found.public_id, task, form.marked_at)
    return answer(RecordedMark(submission, task, form.marked_at))
