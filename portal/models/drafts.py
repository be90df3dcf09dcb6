"""What only authors see: the text of an exercise with its solutions and hidden tests, and drafts of a changed one.

In tables of their own, so that no page or call that shows an exercise to learners ever loads them.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.models.base import Base, now, word
from portal.models.courses import ExerciseVersion
from portal.models.people import Person


class DraftState(StrEnum):
    """How far a draft is."""

    WRITING = "writing"
    """Its last text is not checked."""
    CHECK_ASKED = "check_asked"
    CHECKING = "checking"
    CHECKED = "checked"
    """There is a report on its last text."""
    RELEASE_ASKED = "release_asked"
    RELEASING = "releasing"
    RELEASED = "released"
    DROPPED = "dropped"


class ExerciseText(Base):
    """The text that a version of an exercise was built from."""

    __tablename__ = "exercise_text"

    version_id: Mapped[int] = mapped_column(
        ForeignKey("exercise_version.id", ondelete="CASCADE"), primary_key=True
    )
    text: Mapped[str] = mapped_column(Text())


class Draft(Base):
    """A changed text of an exercise, on its way to a new version.

    Attributes:
        public_id: its id in the API.
        base_id: the version that it was made from.
        revision: 1, 2, 3 ... of its last text.
        passed: the grader found nothing wrong with the last text.
        report: what it found, as `portal.authoring.report` reads it.
        reason: why the grader could not check or release it.
        released_id: the version that it became.
    """

    __tablename__ = "draft"
    __table_args__ = (
        ForeignKeyConstraint(
            ["offering_id", "exercise_id"], ["release.offering_id", "release.exercise_id"]
        ),
        Index("ix_draft_release", "offering_id", "exercise_id", "state"),
        Index("ix_draft_state", "state", "lease_until"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(32), unique=True)
    offering_id: Mapped[str] = mapped_column(String(60))
    exercise_id: Mapped[str] = mapped_column(String(60))
    base_id: Mapped[int] = mapped_column(ForeignKey("exercise_version.id"))
    revision: Mapped[int]
    state: Mapped[DraftState] = mapped_column(word(DraftState), default=DraftState.WRITING)
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime | None]
    claimed_by: Mapped[str | None] = mapped_column(String(100))
    lease_until: Mapped[datetime | None]
    failures: Mapped[int] = mapped_column(default=0)
    passed: Mapped[bool] = mapped_column(default=False)
    report: Mapped[dict[str, Any] | None]
    reason: Mapped[str | None] = mapped_column(String(2000))
    released_id: Mapped[int | None] = mapped_column(ForeignKey("exercise_version.id"))

    base: Mapped[ExerciseVersion] = relationship(foreign_keys=[base_id])
    released: Mapped[ExerciseVersion | None] = relationship(foreign_keys=[released_id])
    asked_by: Mapped[Person | None] = relationship(foreign_keys=[asked_by_id])
    texts: Mapped[list[DraftText]] = relationship(
        back_populates="draft", order_by="DraftText.revision", cascade="all, delete-orphan"
    )


class DraftText(Base):
    """One state of a draft's text. All are kept: nobody's work is lost by another's."""

    __tablename__ = "draft_text"

    draft_id: Mapped[int] = mapped_column(
        ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True
    )
    revision: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(Text())
    saved_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    saved_at: Mapped[datetime] = mapped_column(default=now)

    draft: Mapped[Draft] = relationship(back_populates="texts")
    saved_by: Mapped[Person] = relationship()
