"""What people are told, and that something changed which an open page may show."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.models.base import Base, now
from portal.models.people import Person


class Notice(Base):
    """One thing that a person is told, until she has read it.

    Attributes:
        kind: a stable word; the sentence is made from it and the parameters in her language: `regrade_applied`.
        parameters: numbers and words for the sentence; texts in several languages as language -> text.
        address: path of the page in the portal that shows more.
    """

    __tablename__ = "notice"
    __table_args__ = (Index("ix_notice_person", "person_id", "read_at", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column(default=now)
    kind: Mapped[str] = mapped_column(String(40))
    parameters: Mapped[dict[str, Any]]
    address: Mapped[str] = mapped_column(String(300))
    read_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship()


class Change(Base):
    """That something changed under a topic. Written in the transaction of the change itself; old rows are removed.

    Attributes:
        topic: a learner or an offering, see `portal.changes`.
    """

    __tablename__ = "change"
    __table_args__ = ({"sqlite_autoincrement": True},)  # a number never comes again

    id: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[str] = mapped_column(String(80))
    at: Mapped[datetime] = mapped_column(default=now, index=True)
