"""Marks given in the portal and marks given in formgrader: the later one holds, and both sides agree in the end."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from sqlalchemy import select

from portal import create_app
from portal.configuration import configuration
from portal.database import engine_of, read, write
from portal.marking import Given, give_mark, marked_score
from portal.models import AuditEntry, Mark, Person
from tests.grader.course.sample import EXERCISE, RIGHT, source
from tests.grader.service.running import OFFERING, Running, build, roster


@pytest.fixture
def qampus(tmp_path: Path, sandbox: object) -> Iterator[Running]:
    running = Running(tmp_path)
    build(tmp_path / "build", source(), "0123456789ab")
    running.start_portal()
    people = roster("ada", "eve")
    people["people"][1]["roles"] = [{"role": "instructor", "offering": OFFERING}]
    running.operator().put_roster(people)
    running.start_grader()
    yield running
    running.stop()


class Desk:
    """Where one answer is marked: in the portal, or in formgrader, whose way to the gradebook is nbgrader's own API."""

    def __init__(self, qampus: Running, submission: str) -> None:
        self.submission = submission
        self._book = f"sqlite:///{qampus.folder}/courses/{OFFERING}/gradebook.db"
        self.app = create_app(configuration(qampus.folder / "data", {}))

    def in_portal(self, points: float, comment: str = "") -> None:
        with self.app.test_request_context(), write() as session:
            eve = session.scalars(select(Person).where(Person.login == "eve")).one()
            score = marked_score(session, self.submission, "why")
            give_mark(session, score, eve, Given(points, None, comment))

    def in_formgrader(self, points: float, comment: str | None = None) -> None:
        with Gradebook(self._book, OFFERING) as book:
            (student,) = {one.student.id for one in book.find_assignment(EXERCISE).submissions}
            grade = book.find_grade("why", EXERCISE, EXERCISE, student)
            grade.manual_score, grade.needs_manual_grade = points, False
            book.find_comment("why", EXERCISE, EXERCISE, student).manual_comment = comment
            book.db.commit()

    def in_gradebook(self) -> tuple[float | None, bool, str | None, float]:
        """Return points, whether nbgrader still asks for a person, the comment, and the whole score."""
        with Gradebook(self._book, OFFERING) as book:
            (submission,) = book.find_assignment(EXERCISE).submissions
            student = submission.student.id
            grade = book.find_grade("why", EXERCISE, EXERCISE, student)
            note = book.find_comment("why", EXERCISE, EXERCISE, student)
            return (
                grade.manual_score,
                grade.needs_manual_grade,
                note.manual_comment,
                submission.score,
            )

    def recorded(self) -> bool:
        with self.app.test_request_context():
            marks = read().scalars(select(Mark)).all()
            return all(mark.recorded_at is not None for mark in marks)

    def actions(self) -> list[str]:
        with self.app.test_request_context():
            return list(read().scalars(select(AuditEntry.action).order_by(AuditEntry.id)))


@pytest.fixture
def desk(qampus: Running) -> Iterator[Desk]:
    submission = qampus.submit("ada", **RIGHT, why="So.")
    qampus.graded("ada", submission)
    made = Desk(qampus, submission)
    yield made
    engine_of(made.app).dispose()


def agreed(qampus: Running, desk: Desk, points: float) -> None:
    """Wait until portal and gradebook have these points and nothing is left to take over."""
    qampus.graded("ada", desk.submission, score=3.0 + points)
    qampus.until(lambda: desk.in_gradebook()[0] == points and desk.recorded())
    assert desk.in_gradebook()[1] is False
    assert desk.in_gradebook()[3] == 3.0 + points


def test_marks_of_the_portal_and_of_formgrader_become_one(qampus: Running, desk: Desk) -> None:
    before = qampus.submissions("ada")[desk.submission]["feedback_sha256"]
    desk.in_portal(1.5, "Half of it.")
    agreed(qampus, desk, 1.5)
    assert desk.in_gradebook()[2] == "Half of it."
    qampus.until(lambda: qampus.submissions("ada")[desk.submission]["feedback_sha256"] != before)

    desk.in_formgrader(2.0, "More than half.")
    agreed(qampus, desk, 2.0)
    desk.in_portal(3.0)
    agreed(qampus, desk, 3.0)
    assert desk.in_gradebook()[2] is None  # the comment belonged to the other mark
    assert qampus.submissions("ada")[desk.submission]["unmarked"] == 0


def test_of_marks_given_while_the_grader_is_away_the_later_holds(
    qampus: Running, desk: Desk
) -> None:
    def stop() -> None:
        assert qampus.grader is not None
        qampus.grader.send_signal(signal.SIGTERM)
        qampus.grader.wait(10)

    stop()
    desk.in_formgrader(1.0)
    desk.in_portal(2.5)
    qampus.start_grader()
    agreed(qampus, desk, 2.5)
    assert "marks_superseded" not in desk.actions()

    stop()
    desk.in_portal(0.5)
    desk.in_formgrader(1.0)
    qampus.start_grader()
    agreed(qampus, desk, 1.0)
    assert "marks_superseded" in desk.actions()  # what was put aside leaves a trace
