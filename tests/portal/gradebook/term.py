"""Marks of every kind, in a course of sixteen: late, waiting, appealed, of an earlier version, and none at all."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.orm import Session

from portal.models import Appeal, Status
from tests.portal.classroom import DUE, EXERCISES, Classroom, Portal, hand_in

COURSE = "utokyo-2026"
FIRST, SECOND, THIRD = (exercise for exercise, *_ in EXERCISES)


def fill(portal: Portal) -> None:
    """Let the first learners of Tokyo hand in, each in another way."""
    with portal.writing() as session:
        write(session, portal.room)


def write(session: Session, room: Classroom) -> None:
    one, two, three, four, five, six, seven = room.learners("utokyo")[:7]
    on_time, late = DUE - timedelta(days=1), DUE + timedelta(hours=5)
    hand_in(session, room, one, FIRST, on_time, essay=2.0)
    given = hand_in(session, room, one, SECOND, late, essay=1.0)
    given.late_factor = 0.9
    hand_in(session, room, two, FIRST, on_time, right=(True, False, False))
    asked = hand_in(session, room, three, FIRST, on_time, right=(False, True, True), essay=1.5)
    appeal = Appeal(public_id="a" * 32, submission=asked, task="bell_pair", question="Why?")
    session.add(appeal)
    hand_in(session, room, four, FIRST, on_time, essay=0.0)
    hand_in(session, room, four, FIRST, late, attempt=2, status=Status.QUEUED)
    hand_in(session, room, five, FIRST, on_time, status=Status.NEEDS_PERSON)
    shut_out = hand_in(session, room, six, FIRST, late, essay=2.0)
    shut_out.counts = shut_out.eligible = False
    # Failed first, then graded: nothing is open.
    hand_in(session, room, seven, FIRST, on_time, status=Status.NEEDS_PERSON)
    hand_in(session, room, seven, FIRST, on_time, attempt=2, essay=2.0)
