"""What was arranged with single learners: extensions, more time, more attempts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.models.base import Base, now
from portal.models.people import Person
from portal.rules.dates import Allowance


class Arrangement(Base):
    """What an instructor granted to one or several learners of an offering. It is ended, never deleted.

    Attributes:
        exercise_id: for this exercise; None: for all exercises of the offering, also future ones.
        due_at: an extension: due then for them, if that is later than otherwise.
        time_factor: an accommodation: so many times the time from release to due date.
        extra_attempts: attempts beyond the limit.
        note: why, for instructors alone.
        ended_at: from then on it does not hold, also for attempts of before.
    """

    __tablename__ = "arrangement"
    __table_args__ = (
        CheckConstraint("time_factor >= 1", name="no_time_is_taken"),
        CheckConstraint("extra_attempts >= 0", name="no_attempt_is_taken"),
        Index("ix_arrangement_offering", "offering_id", "exercise_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    offering_id: Mapped[str] = mapped_column(ForeignKey("offering.id"))
    exercise_id: Mapped[str | None] = mapped_column(ForeignKey("exercise.id"))
    due_at: Mapped[datetime | None]
    time_factor: Mapped[float] = mapped_column(default=1.0)
    extra_attempts: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(String(500), default="")
    granted_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    granted_at: Mapped[datetime] = mapped_column(default=now)
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    ended_at: Mapped[datetime | None]

    granted_by: Mapped[Person] = relationship(foreign_keys=[granted_by_id])
    learners: Mapped[list[Person]] = relationship(secondary="arrangement_learner")

    @property
    def allowance(self) -> Allowance:
        """What it gives to each of its learners."""
        return Allowance(self.due_at, self.time_factor, self.extra_attempts)


class ArrangementLearner(Base):
    """That an arrangement holds for a learner."""

    __tablename__ = "arrangement_learner"

    arrangement_id: Mapped[int] = mapped_column(
        ForeignKey("arrangement.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )
