"""Judging attempts anew after a task was mended: proposed, looked at, applied, and taken back if need be."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.models.base import Base, now, word
from portal.models.courses import ExerciseVersion, Release
from portal.models.people import Person
from portal.models.submissions import Submission


class RegradeState(StrEnum):
    """How far a regrade is."""

    JUDGING = "judging"
    READY = "ready"
    """Every attempt is judged anew; nothing is changed yet."""
    APPLIED = "applied"
    ROLLED_BACK = "rolled_back"
    DROPPED = "dropped"
    """Nobody wanted it applied."""


class ItemState(StrEnum):
    """How far one attempt of a regrade is."""

    QUEUED = "queued"
    CLAIMED = "claimed"
    JUDGED = "judged"
    FAILED = "failed"
    """The grader failed on it for good; its points stay."""


class Regrade(Base):
    """Tasks of one exercise of one offering, judged anew against a version.

    Attributes:
        public_id: its id in addresses and in the API.
        version_id: the version that is judged against.
        tasks: ids of the tasks whose points may change.
        reason: why, told to the learners whose points change.
    """

    __tablename__ = "regrade"
    __table_args__ = (
        ForeignKeyConstraint(
            ["offering_id", "exercise_id"], ["release.offering_id", "release.exercise_id"]
        ),
        Index("ix_regrade_release", "offering_id", "exercise_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(32), unique=True)
    offering_id: Mapped[str] = mapped_column(String(60))
    exercise_id: Mapped[str] = mapped_column(String(60))
    version_id: Mapped[int] = mapped_column(ForeignKey("exercise_version.id"))
    tasks: Mapped[list[str]]
    reason: Mapped[str] = mapped_column(String(500))
    state: Mapped[RegradeState] = mapped_column(word(RegradeState), default=RegradeState.JUDGING)
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime] = mapped_column(default=now)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    rolled_back_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    rolled_back_at: Mapped[datetime | None]

    release: Mapped[Release] = relationship(viewonly=True)
    version: Mapped[ExerciseVersion] = relationship()
    asked_by: Mapped[Person] = relationship(foreign_keys=[asked_by_id])
    items: Mapped[list[RegradeItem]] = relationship(
        back_populates="regrade", cascade="all, delete-orphan"
    )


class RegradeItem(Base):
    """One attempt in a regrade.

    Attributes:
        before: what was stored of the attempt when the regrade was applied: enough to take it back.
        after: the result that it was judged with anew, as `grader.results` writes it.
        recorded_at: when the gradebook took over what holds now; None: it has to.
    """

    __tablename__ = "regrade_item"
    __table_args__ = (Index("ix_regrade_item_state", "state", "lease_until"),)

    regrade_id: Mapped[int] = mapped_column(
        ForeignKey("regrade.id", ondelete="CASCADE"), primary_key=True
    )
    submission_id: Mapped[int] = mapped_column(
        ForeignKey("submission.id"), primary_key=True, index=True
    )
    state: Mapped[ItemState] = mapped_column(word(ItemState), default=ItemState.QUEUED)
    lease_until: Mapped[datetime | None]
    claimed_by: Mapped[str | None] = mapped_column(String(100))
    failures: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str | None] = mapped_column(String(2000))
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]
    recorded_at: Mapped[datetime | None]

    regrade: Mapped[Regrade] = relationship(back_populates="items")
    submission: Mapped[Submission] = relationship()
