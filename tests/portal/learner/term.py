"""A term around the present moment, for tests of a learner's pages: rules of exercises, attempts, parts of pages."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from portal.models import Arrangement, ExerciseVersion, Person, Release, Submission
from portal.settling import settle_release
from tests.portal.classroom import Portal, hand_in

OFFERING = "utokyo-2026"
LEARNER = "utokyo-learner-1"
FIRST, SECOND, THIRD = "02_qubits_and_measurement", "03_single_qubit_gates", "04_entanglement"
DAY = timedelta(days=1)


def rule(portal: Portal, exercise: str, **rules: Any) -> None:
    """Give an exercise other rules, and settle what it has."""
    with portal.writing() as session:
        session.execute(
            update(Release)
            .where(Release.offering_id == OFFERING, Release.exercise_id == exercise)
            .values(**rules)
        )
        settle_release(session, session.get_one(Release, (OFFERING, exercise)))


def hand(portal: Portal, exercise: str, at: Any, login: str = LEARNER, **more: Any) -> str:
    """Hand in as the rules want it, and return the attempt's public id."""
    with portal.writing() as session:
        _bring(session, portal, exercise)
        attempt = hand_in(session, portal.room, _person(session, login), exercise, at, **more)
        settle_release(session, session.get_one(Release, (OFFERING, exercise)))
        return attempt.public_id


def change(portal: Portal, public_id: str, **values: Any) -> None:
    """Change an attempt."""
    with portal.writing() as session:
        session.execute(
            update(Submission).where(Submission.public_id == public_id).values(**values)
        )


def grant(portal: Portal, exercise: str | None, login: str = LEARNER, **given: Any) -> None:
    """Arrange something with a learner."""
    with portal.writing() as session:
        session.add(
            Arrangement(
                offering_id=OFFERING,
                exercise_id=exercise,
                granted_by_id=portal.room.people["utokyo-instructor"].id,
                learners=[_person(session, login)],
                **given,
            )
        )


def read_page(portal: Portal, path: str, login: str = LEARNER, language: str = "en") -> str:
    """Return a page in a language, with its white space as one reads it."""
    visitor = portal.visitor(login)
    visitor.speak(language)
    answer = visitor.get(path)
    assert answer.status_code == 200, answer.text
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))


def section(portal: Portal, name: str, login: str = LEARNER) -> str:
    """Return one group of the start page in plain English; empty if it is not there."""
    visitor = portal.visitor(login)
    visitor.speak("en")
    page = visitor.get("/learner/").text
    found = re.search(f'<section aria-labelledby="group-{name}">(.*?)</section>', page, re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[1])) if found else ""


def _person(session: Session, login: str) -> Person:
    return session.scalars(select(Person).where(Person.login == login)).one()


def _bring(session: Session, portal: Portal, exercise: str) -> None:
    """Make the version one of the session, as it stands in the database."""
    known = portal.room.versions[exercise]
    portal.room.versions[exercise] = session.get_one(ExerciseVersion, known.id)
