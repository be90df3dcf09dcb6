"""Rules and arrangements in the database: what is previewed is what happens."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from portal.changes import latest, since
from portal.models import Arrangement, Release, Submission, now
from portal.rules.dates import Allowance
from portal.rules.settlement import Counting
from portal.settling import allowances, personal, preview, settle_learner, settle_release
from tests.portal.classroom import DUE, EXERCISES, START, Portal, hand_in

EXERCISE = EXERCISES[0][0]
OFFERING = "utokyo-2026"
DAY = timedelta(days=1)


@pytest.fixture
def portal(tmp_path):
    return Portal(tmp_path)


def released(session):
    return session.get_one(Release, (OFFERING, EXERCISE))


def grant(session, portal, *logins, **given):
    teacher = portal.room.people["utokyo-instructor"]
    learners = [session.merge(portal.room.people[login]) for login in logins]
    one = Arrangement(offering_id=OFFERING, granted_by_id=teacher.id, learners=learners, **given)
    session.add(one)
    session.flush()
    return one


def attempts_of(session, portal, login):
    learner = portal.room.people[login]
    return session.scalars(
        select(Submission)
        .where(Submission.learner_id == learner.id, Submission.exercise_id == EXERCISE)
        .order_by(Submission.attempt)
    ).all()


def hand(portal, login, at, **more):
    with portal.writing() as session:
        learner = session.merge(portal.room.people[login])
        version = session.merge(portal.room.versions[EXERCISE])
        portal.room.versions[EXERCISE] = version
        return hand_in(session, portal.room, learner, EXERCISE, at, **more)


def test_a_late_rule_is_previewed_and_then_holds(portal):
    hand(portal, "utokyo-learner-1", DUE + DAY / 2)
    hand(portal, "utokyo-learner-2", DUE - DAY)
    with portal.writing() as session:
        release = released(session)
        release.late_percent = 20.0
        (touched,) = preview(session, release, release.rules, {})
        assert touched.learner.login == "utokyo-learner-1"
        assert (touched.credit_before, touched.credit_after) == (8.0, pytest.approx(6.4))
        assert attempts_of(session, portal, "utokyo-learner-1")[0].late_factor == 1.0
        settle_release(session, release)
        assert preview(session, release, release.rules, {}) == ()
        (late,) = attempts_of(session, portal, "utokyo-learner-1")
        assert (late.is_late, late.late_factor, late.credit) == (True, 0.8, pytest.approx(6.4))


def test_an_extension_holds_for_its_learners_alone_and_ends(portal):
    for number in (1, 2):
        hand(portal, f"utokyo-learner-{number}", DUE + DAY)
    with portal.writing() as session:
        release = released(session)
        extension = grant(
            session, portal, "utokyo-learner-1", exercise_id=EXERCISE, due_at=DUE + 2 * DAY
        )
        settle_release(session, release)
        late = [attempts_of(session, portal, f"utokyo-learner-{n}")[0].is_late for n in (1, 2)]
        assert late == [False, True]
        learner = portal.room.people["utokyo-learner-1"]
        assert personal(session, [release], learner.id)[OFFERING, EXERCISE].due_at == DUE + 2 * DAY
        extension.ended_at = now()
        session.flush()
        settle_release(session, release)
        assert attempts_of(session, portal, "utokyo-learner-1")[0].is_late


def test_an_arrangement_without_exercise_holds_for_all_and_another_exercises_does_not(portal):
    with portal.writing() as session:
        grant(session, portal, "utokyo-learner-1", time_factor=1.5)
        other = grant(
            session, portal, "utokyo-learner-1", exercise_id=EXERCISES[1][0], extra_attempts=1
        )
        learner = portal.room.people["utokyo-learner-1"].id
        assert allowances(session, OFFERING, EXERCISE) == {learner: [Allowance(time_factor=1.5)]}
        both = allowances(session, OFFERING, EXERCISES[1][0])[learner]
        assert len(both) == 2
        left = allowances(session, OFFERING, EXERCISES[1][0], without=other)
        assert left[learner] == [Allowance(time_factor=1.5)]
        assert allowances(session, "keio-2026", EXERCISE) == {}


def test_another_attempt_counts_when_the_rule_changes(portal):
    hand(portal, "utokyo-learner-1", START + DAY, right=(True, True, True))
    hand(portal, "utokyo-learner-1", START + 2 * DAY, right=(True, False, False), attempt=2)
    with portal.writing() as session:
        release = released(session)
        assert [a.counts for a in attempts_of(session, portal, "utokyo-learner-1")] == [False, True]
        release.counting = Counting.BEST
        (touched,) = preview(session, release, release.rules, {})
        assert (touched.credit_before, touched.credit_after) == (2.0, 8.0)
        settle_release(session, release)
        assert [a.counts for a in attempts_of(session, portal, "utokyo-learner-1")] == [True, False]
        release.counting = Counting.LATEST
        settle_release(session, release)
        assert [a.counts for a in attempts_of(session, portal, "utokyo-learner-1")] == [False, True]


def test_one_learner_can_be_settled_alone_and_open_pages_hear_of_it(portal):
    hand(portal, "utokyo-learner-1", DUE + DAY)
    hand(portal, "utokyo-learner-2", DUE + DAY)
    with portal.writing() as session:
        session.execute(update(Release).values(late_percent=10.0))
        release = released(session)
        before = latest(session)
        settle_learner(session, release, portal.room.people["utokyo-learner-1"].id)
        factors = [
            attempts_of(session, portal, f"utokyo-learner-{n}")[0].late_factor for n in (1, 2)
        ]
        assert factors == [0.9, 1.0]
        session.flush()
        assert len(since(session, before)) == 2
        number = latest(session)
        settle_learner(session, release, portal.room.people["utokyo-learner-1"].id)
        session.flush()
        assert latest(session) == number  # nothing changed, nobody is disturbed
