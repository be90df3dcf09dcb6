"""Appeals: what is asked, answered, written down, and what becomes of the points."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from grader.results import MarkedBy
from portal.appealing import LONGEST, Reply, answer, ask, withdraw
from portal.errors import Conflict, Unknown, Unreadable
from portal.models import Appeal, AppealState, AuditEntry, Notice, Person, Submission
from portal.notices import sentence
from portal.recording import pending
from tests.portal.classroom import Portal
from tests.portal.marking.desk import (
    ESSAY,
    FIRST,
    SECOND,
    THIRD,
    attempt_of,
    mark,
    marks_in,
    open_desk,
    score_of,
)

LEARNER = "snu-learner-1"
CHECKED = "basis"
"""A task that a check judged; all of its 3 points were given, see `take_points`."""


@pytest.fixture
def portal(tmp_path) -> Portal:
    portal = Portal(tmp_path)
    open_desk(portal)
    take_points(portal)
    return portal


def take_points(portal: Portal) -> None:
    """Let the check have given nothing for `CHECKED` in the first learner's attempt."""
    attempt = attempt_of(portal, 1)
    with portal.writing() as session:
        submission = session.get_one(Submission, attempt.id)
        score = next(one for one in submission.scores if one.task.name == CHECKED)
        score.points, score.code = 0.0, "wrong_distribution"
        submission.points = 5.0


def person(session, login: str) -> Person:
    return session.scalars(select(Person).where(Person.login == login)).one()


def ask_about(portal: Portal, task: str = CHECKED, question: str = "Why?", login=LEARNER) -> None:
    attempt = attempt_of(portal, 1).public_id
    with portal.app.test_request_context(), portal.writing() as session:
        ask(session, person(session, login), attempt, task, question)


def take_back(portal: Portal, login: str = LEARNER, task: str = CHECKED) -> None:
    attempt = attempt_of(portal, 1).public_id
    with portal.app.test_request_context(), portal.writing() as session:
        withdraw(session, person(session, login), attempt, task)


def reply(
    portal: Portal,
    points: float | None = None,
    *,
    text: str = "Because.",
    seen: float | None = 0.0,
    login: str = FIRST,
) -> None:
    with portal.app.test_request_context(), portal.writing() as session:
        appeal = session.scalars(select(Appeal).order_by(Appeal.id.desc()).limit(1)).one()
        answer(session, appeal, person(session, login), Reply(text, points, seen))


def appeals(portal: Portal) -> list[Appeal]:
    with portal.writing() as session:
        return list(session.scalars(select(Appeal).order_by(Appeal.id)))


def told(portal: Portal, login: str) -> list[str]:
    """Return what a person is told, in English."""
    with portal.app.test_request_context(), portal.writing() as session:
        found = session.scalars(
            select(Notice).where(Notice.person_id == person(session, login).id)
        ).all()
        return [sentence(notice) for notice in found]


def actions(portal: Portal) -> list[str]:
    with portal.writing() as session:
        return list(session.scalars(select(AuditEntry.action).order_by(AuditEntry.id)))


def test_all_instructors_are_told_and_nobody_elses(portal: Portal) -> None:
    ask_about(portal)
    for login in (FIRST, SECOND, THIRD):
        assert told(portal, login) == [
            "A learner asks you to look again at “Measure in another basis” in "
            "Multi-qubit states and entanglement."
        ]
    assert told(portal, "keio-instructor") == []
    assert actions(portal) == ["appeal_asked"]


def test_new_points_are_a_mark_by_hand_that_the_gradebook_gets(portal: Portal) -> None:
    ask_about(portal)
    reply(portal, 2.5, text="You are right.")
    score = score_of(portal, attempt_of(portal, 1), CHECKED)
    assert (score.points, score.marked_by) == (2.5, MarkedBy.PERSON)
    assert attempt_of(portal, 1).points == 7.5
    (appeal,) = appeals(portal)
    assert (appeal.state, appeal.points_before, appeal.points_after) == (
        AppealState.ANSWERED,
        0.0,
        2.5,
    )
    assert told(portal, LEARNER) == [
        "Your question about “Measure in another basis” in Multi-qubit states and "
        "entanglement is answered. The points change from 0 to 2.5."
    ]
    assert {"appeal_asked", "mark_given", "marks_changed", "appeal_answered"} == set(
        actions(portal)
    )
    with portal.writing() as session:
        (waiting,) = pending(session, 10)
    assert (waiting.task, waiting.points, waiting.comment) == (CHECKED, 2.5, "You are right.")


def test_an_answer_alone_changes_no_points(portal: Portal) -> None:
    ask_about(portal)
    reply(portal)
    score = score_of(portal, attempt_of(portal, 1), CHECKED)
    assert (score.points, score.marked_by) == (0.0, MarkedBy.CHECK)
    assert marks_in(portal, attempt_of(portal, 1)) == []
    assert told(portal, LEARNER)[0].endswith("The points stay at 0.")


def test_the_same_points_again_are_no_mark(portal: Portal) -> None:
    ask_about(portal)
    reply(portal, 0.0)
    assert marks_in(portal, attempt_of(portal, 1)) == []


def test_a_decision_holds_against_the_mean_of_the_markers(tmp_path) -> None:
    portal = Portal(tmp_path)
    open_desk(portal, markers=2)
    attempt = attempt_of(portal, 1)
    mark(portal, attempt, FIRST, 0.0)
    mark(portal, attempt, SECOND, 1.0)
    ask_about(portal, ESSAY)
    reply(portal, 2.0, seen=0.5, login=THIRD)
    assert score_of(portal, attempt).points == 2.0
    mark(portal, attempt, SECOND, 1.5)  # she looks again, later
    assert score_of(portal, attempt).points == 1.5


def test_an_answer_without_points_leaves_the_mean_as_it_is(tmp_path) -> None:
    portal = Portal(tmp_path)
    open_desk(portal, markers=2)
    attempt = attempt_of(portal, 1)
    mark(portal, attempt, FIRST, 0.0)
    mark(portal, attempt, SECOND, 1.0)
    ask_about(portal, ESSAY)
    mark(portal, attempt, SECOND, 2.0)  # between question and answer
    reply(portal, seen=1.0)
    mark(portal, attempt, FIRST, 1.0)
    assert score_of(portal, attempt).points == 1.5


def test_one_question_at_a_time_and_a_new_one_after_the_answer(portal: Portal) -> None:
    ask_about(portal)
    ask_about(portal)  # a double click
    assert len(appeals(portal)) == 1
    with pytest.raises(Conflict, match="asked about this task already"):
        ask_about(portal, question="And why?")
    reply(portal)
    ask_about(portal, question="And why?")
    assert [one.state for one in appeals(portal)] == [AppealState.ANSWERED, AppealState.OPEN]


def test_a_question_can_be_withdrawn_and_is_not_answered_then(portal: Portal) -> None:
    ask_about(portal)
    take_back(portal)
    take_back(portal)
    assert actions(portal).count("appeal_withdrawn") == 1
    with pytest.raises(Conflict, match="withdrawn this appeal meanwhile"):
        reply(portal, 3.0)
    assert score_of(portal, attempt_of(portal, 1), CHECKED).points == 0.0
    ask_about(portal, question="Once more")
    reply(portal)
    with pytest.raises(Conflict, match="answered meanwhile"):
        take_back(portal)


def test_two_who_answer_at_the_same_time(portal: Portal) -> None:
    ask_about(portal)
    reply(portal, 1.0)
    reply(portal, 1.0)  # a double click
    with pytest.raises(Conflict, match="Somebody else has answered"):
        reply(portal, 3.0, text="Mine.", login=SECOND)
    assert score_of(portal, attempt_of(portal, 1), CHECKED).points == 1.0
    assert len(told(portal, LEARNER)) == 1


def test_points_that_changed_meanwhile_are_looked_at_again(portal: Portal) -> None:
    ask_about(portal)
    with pytest.raises(Conflict, match="have changed since"):
        reply(portal, 3.0, seen=1.0)
    assert appeals(portal)[0].state == AppealState.OPEN


@pytest.mark.parametrize("points", [-1.0, 3.5, float("nan")])
def test_points_that_cannot_be_given_are_refused(portal: Portal, points: float) -> None:
    ask_about(portal)
    with pytest.raises(Unreadable):
        reply(portal, points)
    assert appeals(portal)[0].state == AppealState.OPEN


@pytest.mark.parametrize("text", ["", " \r\n ", "x" * (LONGEST + 1)])
def test_texts_have_to_say_something(portal: Portal, text: str) -> None:
    with pytest.raises(Unreadable):
        ask_about(portal, question=text)
    assert appeals(portal) == []
    ask_about(portal)
    with pytest.raises(Unreadable):
        reply(portal, text=text)


@pytest.mark.parametrize(
    ("task", "reason"), [(ESSAY, "not marked yet"), ("bell_pair", "all its points")]
)
def test_where_there_is_nothing_to_ask(portal: Portal, task: str, reason: str) -> None:
    with pytest.raises(Conflict, match=reason):
        ask_about(portal, task)


def test_nobody_asks_about_anothers_attempt(portal: Portal) -> None:
    with pytest.raises(Unknown):
        ask_about(portal, login="snu-learner-2")
    ask_about(portal)
    with pytest.raises(Unknown):
        take_back(portal, login="snu-learner-2")
    with pytest.raises(Unknown):
        take_back(portal, task="bell_pair")
