"""What people are told: written when it happens, shown in their language until they have read it.

Whoever changes something that a person should know of calls `notify` in the same transaction. A kind of notice is a
stable word; its sentence stands in `SENTENCES`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from flask_babel import gettext
from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from portal.changes import tell, topic_of_learner
from portal.draft_notices import draft_checked, exercise_released
from portal.marking_notices import appeal_answered, appeal_asked, marks_given
from portal.models import Notice, Person
from portal.regrade_notices import regrade_applied, regrade_ready, regrade_rolled_back
from portal.rule_notices import arrangement_ended, arrangement_granted, rules_changed

SENTENCES: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "regrade_applied": regrade_applied,
    "regrade_ready": regrade_ready,
    "regrade_rolled_back": regrade_rolled_back,
    "rules_changed": rules_changed,
    "arrangement_granted": arrangement_granted,
    "arrangement_ended": arrangement_ended,
    "marks_given": marks_given,
    "appeal_asked": appeal_asked,
    "appeal_answered": appeal_answered,
    "draft_checked": draft_checked,
    "exercise_released": exercise_released,
}
"""Kind -> what makes its sentence, in the reader's language, from the notice's parameters.

For example: `"marks_given": lambda given: gettext("Your marks for %(exercise)s are there.",
exercise=texts(given["exercise"]))`.
"""


def notify(
    session: Session, person_id: int, kind: str, parameters: Mapping[str, Any], address: str
) -> None:
    """Tell a person something; she sees it when the transaction is committed.

    Args:
        session: writes.
        person_id: who is told.
        kind: one of `SENTENCES`.
        parameters: numbers and words for the sentence; texts in several languages as language -> text.
        address: path of the page in the portal that shows more.

    Raises:
        ValueError: the kind has no sentence.
    """
    if kind not in SENTENCES:
        raise ValueError(f"kind: expected one of {sorted(SENTENCES)}, got {kind!r}")
    session.add(
        Notice(person_id=person_id, kind=kind, parameters=dict(parameters), address=address)
    )
    # Open pages of people who are no learners hear of nothing; they see it with the next page.
    tell(session, topic_of_learner(session.get_one(Person, person_id).pseudonym))


def sentence(notice: Notice) -> str:
    """Return what a notice says, in the reader's language."""
    make = SENTENCES.get(notice.kind)
    if make is None:  # written by a version of the portal that had more kinds
        return str(gettext("Something of yours has changed. Open the page to see it."))
    return make(notice.parameters)


def unread(session: Session, person_id: int) -> int:
    """Return how many notices a person has not read."""
    return (
        session.scalar(
            select(func.count()).where(Notice.person_id == person_id, Notice.read_at.is_(None))
        )
        or 0
    )


def notices_of(session: Session, person_id: int, most: int) -> Sequence[Notice]:
    """Return a person's notices, at most so many: those that she has not read first, then the latest first."""
    return session.scalars(
        select(Notice)
        .where(Notice.person_id == person_id)
        .order_by(Notice.read_at.is_not(None), Notice.at.desc(), Notice.id.desc())
        .limit(most)
    ).all()


def mark_read(session: Session, person_id: int, at: datetime, *, until: int) -> None:
    """Note that a person has read all of her notices up to a number.

    What came after she opened the page has a higher number and stays unread.
    """
    _note(session, person_id, at, Notice.id <= until)


def mark_one_read(session: Session, person_id: int, at: datetime, number: int) -> str | None:
    """Note that a person has read one of her notices; return its address, or None if she has no such notice."""
    address = session.scalar(
        select(Notice.address).where(Notice.person_id == person_id, Notice.id == number)
    )
    if address is not None:
        _note(session, person_id, at, Notice.id == number)
    return address


def _note(session: Session, person_id: int, at: datetime, which: ColumnElement[bool]) -> None:
    """Note the time of reading at those of a person's notices that she had not read before."""
    noted = session.scalars(
        update(Notice)
        .where(Notice.person_id == person_id, Notice.read_at.is_(None), which)
        .values(read_at=at)
        .returning(Notice.id)
    ).all()
    if noted:
        tell(session, topic_of_learner(session.get_one(Person, person_id).pseudonym))
