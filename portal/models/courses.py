"""What is taught: offerings, exercises with their versions and tasks, and when they are released."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.models.base import Base, Texts, now, word
from portal.rules.dates import Dates
from portal.rules.lateness import LateRule
from portal.rules.settlement import Counting, Rules

if TYPE_CHECKING:
    from portal.models.people import Institution, RoleAssignment


class Offering(Base):
    """A course run at one institution; its id is the nbgrader course id.

    Attributes:
        release_at: when exercises that have no date of their own are released; None: such are not released.
        due_at: when those are due; None: never.
    """

    __tablename__ = "offering"

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    institution_id: Mapped[str] = mapped_column(ForeignKey("institution.id"), index=True)
    title: Mapped[Texts]
    release_at: Mapped[datetime | None]
    due_at: Mapped[datetime | None]

    institution: Mapped[Institution] = relationship(back_populates="offerings")
    roles: Mapped[list[RoleAssignment]] = relationship(back_populates="offering")
    releases: Mapped[list[Release]] = relationship(back_populates="offering")


class Exercise(Base):
    """The graded notebook of a module. Its id is the module's: `04_entanglement`.

    It may be known from a release date before any version of it is in the catalogue.
    """

    __tablename__ = "exercise"

    id: Mapped[str] = mapped_column(String(60), primary_key=True)

    versions: Mapped[list[ExerciseVersion]] = relationship(back_populates="exercise")
    current_version: Mapped[ExerciseVersion | None] = relationship(
        primaryjoin="and_(Exercise.id == ExerciseVersion.exercise_id, ExerciseVersion.is_current)",
        viewonly=True,
        uselist=False,
    )
    """The version that is handed out now; None as long as the catalogue has none."""
    releases: Mapped[list[Release]] = relationship(back_populates="exercise")


class ExerciseVersion(Base):
    """One state of an exercise, as the grader built it. Attempts keep the version they were made with.

    Attributes:
        version: 12 hexadecimal digits over all that is released.
        position: the manifest's `order`: where the module stands in the curriculum.
        hours: how long it takes a learner.
        maximum: points of all tasks together.
        manifest: all of the manifest, as in docs/architecture.md.
    """

    __tablename__ = "exercise_version"
    __table_args__ = (
        UniqueConstraint("exercise_id", "version"),
        Index(
            "uq_exercise_version_current",
            "exercise_id",
            unique=True,
            sqlite_where=text("is_current"),
            postgresql_where=text("is_current"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    exercise_id: Mapped[str] = mapped_column(ForeignKey("exercise.id"))
    version: Mapped[str] = mapped_column(String(64))
    is_current: Mapped[bool] = mapped_column(Boolean())
    title: Mapped[Texts]
    position: Mapped[int]
    hours: Mapped[float]
    maximum: Mapped[float]
    manifest: Mapped[dict[str, Any]]
    added_at: Mapped[datetime] = mapped_column(default=now)

    exercise: Mapped[Exercise] = relationship(back_populates="versions")
    tasks: Mapped[list[Task]] = relationship(
        back_populates="version", order_by="Task.position", cascade="all, delete-orphan"
    )
    files: Mapped[list[ReleasedFile]] = relationship(
        back_populates="version", cascade="all, delete-orphan"
    )


class ReleasedFile(Base):
    """One file of a release in one language; its content is a blob under its SHA-256."""

    __tablename__ = "released_file"

    version_id: Mapped[int] = mapped_column(ForeignKey("exercise_version.id"), primary_key=True)
    language: Mapped[str] = mapped_column(String(2), primary_key=True)
    name: Mapped[str] = mapped_column(String(100), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]

    version: Mapped[ExerciseVersion] = relationship(back_populates="files")


class Task(Base):
    """One graded cell of one version of an exercise.

    Attributes:
        name: nbgrader's `grade_id`; the same in every version and language.
        points: what it is worth.
        manual: marked by a person.
        competences: CFQT competences that it trains: `5.1 II A1`.
        position: 0, 1, 2 ... in notebook order.
    """

    __tablename__ = "task"
    __table_args__ = (UniqueConstraint("version_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("exercise_version.id"))
    name: Mapped[str] = mapped_column(String(60))
    title: Mapped[Texts]
    points: Mapped[float]
    manual: Mapped[bool]
    competences: Mapped[list[str]]
    position: Mapped[int]

    version: Mapped[ExerciseVersion] = relationship(back_populates="tasks")


class Release(Base):
    """When an offering hands out an exercise, when it is due, and by which rules its attempts count.

    Attributes:
        due_at: None: never due. An attempt after it is accepted and counts as late.
        closes_at: an attempt after it is not taken; None: it stays open.
        own_dates: the dates were given for this exercise; otherwise they are the offering's.
        grace_minutes: an attempt is on time until so long after the due date.
        late_percent: taken off for each day begun after the due date, of the points earned.
        attempt_limit: so many attempts are taken; None: as many as a learner likes.
        counting: which graded attempt counts.
        markers: so many people mark each written answer; their mean counts.
    """

    __tablename__ = "release"

    offering_id: Mapped[str] = mapped_column(ForeignKey("offering.id"), primary_key=True)
    exercise_id: Mapped[str] = mapped_column(
        ForeignKey("exercise.id"), primary_key=True, index=True
    )
    release_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    closes_at: Mapped[datetime | None]
    own_dates: Mapped[bool] = mapped_column(default=True)
    grace_minutes: Mapped[int] = mapped_column(default=0, server_default="0")
    late_percent: Mapped[float] = mapped_column(default=0.0, server_default="0")
    attempt_limit: Mapped[int | None]
    counting: Mapped[Counting] = mapped_column(
        word(Counting), default=Counting.LATEST, server_default=Counting.LATEST.value
    )
    markers: Mapped[int] = mapped_column(default=1, server_default="1")

    offering: Mapped[Offering] = relationship(back_populates="releases")
    exercise: Mapped[Exercise] = relationship(back_populates="releases")

    @property
    def rules(self) -> Rules:
        """The rules by which its attempts count."""
        return Rules(
            dates=Dates(self.release_at, self.due_at, self.closes_at),
            late=LateRule(timedelta(minutes=self.grace_minutes), self.late_percent),
            attempt_limit=self.attempt_limit,
            counting=self.counting,
        )
