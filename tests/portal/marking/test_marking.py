"""What marks do to points, verdicts and attempts, and what is told and written down of them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from grader.results import MarkedBy, Outcome
from portal.errors import Conflict, Unknown, Unreadable
from portal.marking import LONGEST_COMMENT, settle_markers
from portal.models import AuditEntry, Notice, Person, Release
from portal.rules.settlement import Counting
from tests.portal.classroom import START, Portal
from tests.portal.marking.desk import (
    ESSAY,
    EXERCISE,
    FIRST,
    OFFERING,
    SECOND,
    THIRD,
    attempt_of,
    essay,
    mark,
    marks_in,
    open_desk,
    score_of,
)


@pytest.fixture
def portal(tmp_path) -> Portal:
    return Portal(tmp_path)


def audit(portal: Portal, action: str) -> list[AuditEntry]:
    with portal.writing() as session:
        return list(session.scalars(select(AuditEntry).where(AuditEntry.action == action)))


def told(portal: Portal, login: str) -> list[str]:
    with portal.writing() as session:
        return list(
            session.scalars(
                select(Notice.kind)
                .join(Person, Person.id == Notice.person_id)
                .where(Person.login == login)
            )
        )


def set_markers(portal: Portal, number: int) -> None:
    with portal.app.test_request_context(), portal.writing() as session:
        release = session.get_one(Release, (OFFERING, EXERCISE))
        release.markers = number
        person = session.scalars(select(Person).where(Person.login == FIRST)).one()
        settle_markers(session, release, person)


def test_a_mark_becomes_the_points_of_the_task_and_the_learner_is_told(portal: Portal) -> None:
    open_desk(portal)
    attempt = attempt_of(portal, 1)
    assert (attempt.points, attempt.unmarked) == (8.0, 1)
    mark(portal, attempt, FIRST, 1.5, "The reason is missing.")
    score = score_of(portal, attempt)
    assert (score.points, score.marked_by, score.outcome) == (
        1.5,
        MarkedBy.PERSON,
        Outcome.FAILED,
    )
    assert (score.code, score.rationale["ko"]) == ("marked", "The reason is missing.")
    attempt = attempt_of(portal, 1)
    assert (attempt.points, attempt.unmarked, attempt.counts) == (9.5, 0, True)
    assert told(portal, "snu-learner-1") == ["marks_given"]
    (entry,) = audit(portal, "mark_given")
    assert entry.details[ESSAY]["before"] is None
    assert entry.details[ESSAY]["after"]["points"] == 1.5


def test_the_same_mark_again_changes_nothing_and_another_one_replaces_it(portal: Portal) -> None:
    open_desk(portal)
    attempt = attempt_of(portal, 1)
    mark(portal, attempt, FIRST, 1.0)
    mark(portal, attempt, FIRST, 1.0)
    assert len(audit(portal, "mark_given")) == 1
    mark(portal, attempt, FIRST, 2.0)
    assert score_of(portal, attempt).outcome == Outcome.PASSED
    assert [one.points for one in marks_in(portal, attempt)] == [2.0]
    (_, second) = audit(portal, "mark_given")
    assert second.details[ESSAY]["before"]["points"] == 1.0
    assert told(portal, "snu-learner-1") == ["marks_given"]  # once


def test_of_two_markers_the_mean_counts_once_both_have_marked(portal: Portal) -> None:
    open_desk(portal, markers=2)
    attempt = attempt_of(portal, 1)
    mark(portal, attempt, FIRST, 1.0, "One.")
    assert score_of(portal, attempt).points is None
    assert attempt_of(portal, 1).unmarked == 1
    assert told(portal, "snu-learner-1") == []
    mark(portal, attempt, SECOND, 2.0, "Two.")
    score = score_of(portal, attempt)
    assert (score.points, score.rationale["en"]) == (1.5, "One.\n\nTwo.")
    mark(portal, attempt, FIRST, 2.0, "Two.")
    assert score_of(portal, attempt).points == 2.0
    assert score_of(portal, attempt).rationale["en"] == "Two."


def test_who_comes_too_late_is_told_so_and_changes_nothing(portal: Portal) -> None:
    open_desk(portal, markers=2)
    attempt = attempt_of(portal, 1)
    mark(portal, attempt, FIRST, 1.0)
    mark(portal, attempt, SECOND, 1.0)
    with pytest.raises(Conflict, match="meanwhile"):
        mark(portal, attempt, THIRD, 2.0)
    assert score_of(portal, attempt).points == 1.0
    assert len(marks_in(portal, attempt)) == 2


@pytest.mark.parametrize("points", [-0.5, 2.5, float("nan"), float("inf")])
def test_points_that_cannot_be_given_are_refused(portal: Portal, points: float) -> None:
    open_desk(portal)
    attempt = attempt_of(portal, 1)
    with pytest.raises(Unreadable, match="0 to 2"):
        mark(portal, attempt, FIRST, points)
    assert marks_in(portal, attempt) == []


def test_a_comment_has_a_limit(portal: Portal) -> None:
    open_desk(portal)
    attempt = attempt_of(portal, 1)
    with pytest.raises(Unreadable, match="longer than"):
        mark(portal, attempt, FIRST, 1.0, "x" * (LONGEST_COMMENT + 1))
    mark(portal, attempt, FIRST, 1.0, "x" * LONGEST_COMMENT)


def test_there_is_no_mark_for_what_is_not_there(portal: Portal) -> None:
    open_desk(portal)
    with pytest.raises(Unknown):
        mark(portal, attempt_of(portal, 1), FIRST, 1.0, task="no_such_task")


def test_when_fewer_people_mark_what_waited_for_the_others_counts(portal: Portal) -> None:
    open_desk(portal, markers=2)
    attempt, other = attempt_of(portal, 1), attempt_of(portal, 2)
    mark(portal, attempt, FIRST, 1.0)
    set_markers(portal, 1)
    assert score_of(portal, attempt).points == 1.0
    assert score_of(portal, other).points is None


def test_when_more_people_mark_what_is_marked_keeps_its_points(portal: Portal) -> None:
    open_desk(portal)
    attempt = attempt_of(portal, 1)
    mark(portal, attempt, FIRST, 1.0)
    set_markers(portal, 2)
    assert score_of(portal, attempt).points == 1.0


def test_a_mark_may_decide_which_attempt_counts(portal: Portal) -> None:
    open_desk(portal, 1)
    with portal.writing() as session:
        learner = portal.room.learners("snu")[0]
        essay(portal, session, learner, START + timedelta(days=9), "Again", 2)
        session.execute(update(Release).values(counting=Counting.BEST))
    first, second = attempt_of(portal, 1), attempt_of(portal, 1, 2)
    mark(portal, second, FIRST, 1.0)
    mark(portal, first, FIRST, 2.0)
    assert attempt_of(portal, 1).counts
    assert not attempt_of(portal, 1, 2).counts
