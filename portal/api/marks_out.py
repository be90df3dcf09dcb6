"""Marks out: the settled marks of an offering, for the programs of those who teach it or run the portal."""

from __future__ import annotations

from typing import Annotated

import msgspec
from flask import Response
from flask_babel import gettext
from msgspec import Meta

from grader.results import MarkedBy
from portal.accounts import current_person, has_role
from portal.api.answers import Moment
from portal.api.blueprint import answer, blueprint, query_as
from portal.api.caller import Caller, only
from portal.api.description import described
from portal.database import read, write
from portal.errors import Unknown
from portal.gradebook.export import note_export
from portal.gradebook.rows import Cell, Row, State, columns_of, learners_of, rows_of
from portal.gradebook.tasks import CountingAttempt, attempts_of
from portal.models import Offering, Role, Texts


class MarksQuery(msgspec.Struct):
    """Which learners: a page at a time, by pseudonym."""

    after: Annotated[
        str, Meta(max_length=64, description="The pseudonym after which the page begins.")
    ] = ""
    limit: Annotated[int, Meta(ge=1, le=500, description="How many learners.")] = 100


class MarkedTask(msgspec.Struct, frozen=True):
    """One task of an attempt. Points are those before lateness; null: nobody has marked it yet."""

    task: str
    points: float | None
    maximum: float
    marked_by: MarkedBy
    code: Annotated[str, Meta(description="What the answer showed: a stable word.")]


class MarkedExercise(msgspec.Struct, frozen=True):
    """What a learner has in an exercise that she handed in."""

    exercise: str
    attempt: Annotated[int | None, Meta(description="The one that counts; null: none yet.")]
    received_at: Moment | None
    due_at: Annotated[Moment | None, Meta(description="When it was due for her.")]
    points: Annotated[float | None, Meta(description="Before what lateness costs.")]
    credit: Annotated[float | None, Meta(description="After what lateness costs.")]
    maximum: float
    late: bool
    late_factor: Annotated[float, Meta(description="The share of its points that it keeps.")]
    state: Annotated[State, Meta(description="settled, or what is still open.")]
    tasks: list[MarkedTask]


class MarkedLearner(msgspec.Struct, frozen=True):
    """A learner with what she has; an exercise that she did not hand in is not in it."""

    pseudonym: str
    login: str
    family_name: str
    given_name: str
    credit: float
    maximum: float
    exercises: list[MarkedExercise]


class HandedOut(msgspec.Struct, frozen=True):
    """An exercise that the offering has handed out."""

    exercise: str
    title: Texts
    maximum: float
    due_at: Moment | None


class OfferingMarks(msgspec.Struct, frozen=True):
    """A page of the marks of an offering."""

    offering: str
    exercises: list[HandedOut]
    learners: list[MarkedLearner]
    next: Annotated[
        str | None, Meta(description="What to give as `after` for the next page; null: the end.")
    ]


@blueprint.get("/offerings/<offering>/marks")
@described(
    "Read the marks of an offering",
    query=MarksQuery,
    answers={200: OfferingMarks},
    errors={404: ("unknown_course",)},
)
@only(Caller.PERSON, Caller.OPERATOR)
def marks_of_offering(offering: str) -> Response:
    """Read the marks of an offering that the person teaches, learner by learner. Each page that is read is noted."""
    actor = _reader(offering)
    query = query_as(MarksQuery)
    session = read()
    columns = columns_of(session, offering)
    # One more than is told says whether there is another page.
    found = learners_of(session, offering, after=query.after, limit=query.limit + 1)
    learners = found[: query.limit]
    attempts: dict[int, dict[str, CountingAttempt]] = {}
    if learners:
        for attempt in attempts_of(session, offering, learners):
            attempts.setdefault(attempt.learner.id, {})[attempt.exercise] = attempt
    told = OfferingMarks(
        offering,
        exercises=[
            HandedOut(column.exercise, column.title, column.maximum, column.due_at)
            for column in columns
        ],
        learners=[
            _learner(row, attempts.get(row.learner.id, {}))
            for row in rows_of(session, offering, columns, learners)
        ],
        next=learners[-1].pseudonym if len(found) > len(learners) else None,
    )
    with write() as changes:
        details = {"file": "api", "after": query.after, "learners": len(learners)}
        note_export(changes, actor, offering, details)
    return answer(told)


def _reader(offering: str) -> str:
    """Return who reads, as the trace names her.

    Raises:
        Unknown: no such offering, or none that the person teaches.
    """
    person = current_person()
    if person is None:
        if read().get(Offering, offering) is not None:
            return Caller.OPERATOR.value
    elif has_role(person, Role.INSTRUCTOR, offering):
        return person.pseudonym
    raise Unknown(
        "unknown_course",
        gettext("There is no course %(course)s that you teach.", course=ascii(offering)),
    )


def _learner(row: Row, attempts: dict[str, CountingAttempt]) -> MarkedLearner:
    learner = row.learner
    return MarkedLearner(
        learner.pseudonym,
        learner.login,
        learner.family_name,
        learner.given_name,
        row.credit,
        row.maximum,
        [_exercise(exercise, cell, attempts.get(exercise)) for exercise, cell in row.cells.items()],
    )


def _exercise(exercise: str, cell: Cell, attempt: CountingAttempt | None) -> MarkedExercise:
    return MarkedExercise(
        exercise=exercise,
        attempt=cell.attempt,
        received_at=attempt.received_at if attempt else None,
        due_at=attempt.due_at if attempt else None,
        points=cell.points,
        credit=cell.credit,
        maximum=cell.maximum,
        late=cell.late,
        late_factor=attempt.factor if attempt else 1.0,
        state=cell.state,
        tasks=[
            MarkedTask(mark.task, mark.points, mark.maximum, mark.marked_by, mark.code)
            for mark in (attempt.tasks if attempt else ())
        ],
    )
