"""That something changed: told in the transaction of the change itself, heard by open pages.

A topic is a learner or an offering. What is told is only that a page should look again,
never what it would see, so that nobody hears more than her page shows her.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from portal.models import Change, Submission, now

KEPT = timedelta(minutes=10)
"""Who listens asks every second; what is older was heard by everybody."""


def tell(session: Session, *topics: str) -> None:
    """Note that something changed under topics; heard when the transaction is committed."""
    session.add_all(Change(topic=topic) for topic in dict.fromkeys(topics))


def topic_of_learner(pseudonym: str) -> str:
    """Return the topic of what a learner sees of her own."""
    return f"learner:{pseudonym}"


def topic_of_offering(offering_id: str) -> str:
    """Return the topic of what the instructors of an offering see."""
    return f"offering:{offering_id}"


def topics_of(submission: Submission) -> tuple[str, str]:
    """Return the topics under which a change of an attempt is told: its learner's and its offering's."""
    learner = topic_of_learner(submission.learner.pseudonym)
    return learner, topic_of_offering(submission.offering_id)


def latest(session: Session) -> int:
    """Return the number of the latest change; 0 if there was none."""
    return session.scalar(select(func.max(Change.id))) or 0


def since(session: Session, number: int) -> Sequence[tuple[int, str]]:
    """Return number and topic of all changes after a number, in order."""
    rows = session.execute(
        select(Change.id, Change.topic).where(Change.id > number).order_by(Change.id)
    )
    return [(row.id, row.topic) for row in rows]


def forget_old(session: Session) -> None:
    """Remove what everybody has heard."""
    session.execute(delete(Change).where(Change.at < now() - KEPT))
