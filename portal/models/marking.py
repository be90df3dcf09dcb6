"""Marks that people give in the portal, and appeals of learners against a score."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.models.base import Base, now, word
from portal.models.people import Person
from portal.models.submissions import Submission


class Mark(Base):
    """What one marker gave for one task of one attempt. A later mark of the same marker replaces it.

    Attributes:
        task: the task's id.
        points: what she gives in all.
        lines: points for each line of the rubric, in its order; None: given as a whole.
        comment: for the learner; may be empty.
        recorded_at: when the gradebook took over the score that the marks make together; None: it has to.
    """

    __tablename__ = "mark"
    __table_args__ = (UniqueConstraint("submission_id", "task", "marker_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id", ondelete="CASCADE"))
    task: Mapped[str] = mapped_column(String(60))
    marker_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    points: Mapped[float]
    lines: Mapped[list[float] | None] = mapped_column(JSON())
    comment: Mapped[str] = mapped_column(Text(), default="")
    marked_at: Mapped[datetime] = mapped_column(default=now)
    recorded_at: Mapped[datetime | None]

    submission: Mapped[Submission] = relationship()
    marker: Mapped[Person] = relationship()


class AppealState(StrEnum):
    """How far an appeal is."""

    OPEN = "open"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class Appeal(Base):
    """A learner asks to look again at the score of one task; an instructor answers.

    Attributes:
        public_id: its id in addresses and in the API.
        points_before: the task's points when she asked; None: it waited for a person.
        points_after: the points after the answer; None before it.
    """

    __tablename__ = "appeal"
    __table_args__ = (Index("ix_appeal_submission", "submission_id", "task"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(32), unique=True)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id", ondelete="CASCADE"))
    task: Mapped[str] = mapped_column(String(60))
    question: Mapped[str] = mapped_column(Text())
    asked_at: Mapped[datetime] = mapped_column(default=now)
    state: Mapped[AppealState] = mapped_column(word(AppealState), default=AppealState.OPEN)
    answer: Mapped[str] = mapped_column(Text(), default="")
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime | None]
    points_before: Mapped[float | None]
    points_after: Mapped[float | None]

    submission: Mapped[Submission] = relationship()
    answered_by: Mapped[Person | None] = relationship()
