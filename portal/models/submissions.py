"""What learners handed in and what came of it: attempts, their files, points per task, feedback."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    UniqueConstraint,
    false,
    text,
    true,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from grader.results import MarkedBy, Outcome
from portal.models.base import Base, Texts, word
from portal.models.courses import Exercise, ExerciseVersion, Offering, Release, Task
from portal.models.people import Person


class Status(StrEnum):
    """Where an attempt is on its way to a grade."""

    QUEUED = "queued"
    CLAIMED = "claimed"
    """A grader has it, until the lease ends."""
    GRADED = "graded"
    """It has a result. Tasks marked by hand may still wait: `Submission.unmarked`."""
    NEEDS_PERSON = "needs_person"
    """The grader failed on it for good; a person has to look at it."""


class Submission(Base):
    """One attempt of a learner at an exercise.

    Attributes:
        public_id: the id on the receipt and in the API; does not tell how many there are.
        attempt: 1, 2, 3 ... of this learner, offering and exercise.
        version: what it was made with.
        graded_version: what it was graded against; another one after a fix and a regrade. None before.
        sha256: over all files: their names and contents.
        language: the learner's language when it came in.
        due_at: when it was due for this learner, with what was arranged with her; None: never.
        is_late: it came after that and after the grace.
        late_factor: the share of its points that it keeps, 0 to 1.
        eligible: it may count: within the attempt limit and before the exercise closed.
        counts: the attempt whose points count. At most one per learner and exercise. This and the four before are
            what `portal.settling` made of the rules that hold now.
        points: sum over the marked tasks; None before it is graded.
        maximum: points of all tasks; None before it is graded.
        unmarked: tasks that wait for a person.
        claimed_by: the grader's worker that has or had it.
        lease_until: a claimed attempt is claimable again after it.
        failures: how often the grader itself failed on it.
        engine: name and version of what executed it.
    """

    __tablename__ = "submission"
    __table_args__ = (
        UniqueConstraint("learner_id", "offering_id", "exercise_id", "attempt"),
        ForeignKeyConstraint(
            ["offering_id", "exercise_id"], ["release.offering_id", "release.exercise_id"]
        ),
        Index(
            "uq_submission_counts",
            "offering_id",
            "exercise_id",
            "learner_id",
            unique=True,
            sqlite_where=text("counts"),
            postgresql_where=text("counts"),
        ),
        Index("ix_submission_status_received_at", "status", "received_at"),
        Index("ix_submission_offering_received_at", "offering_id", "received_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(32), unique=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    offering_id: Mapped[str] = mapped_column(ForeignKey("offering.id"))
    exercise_id: Mapped[str] = mapped_column(ForeignKey("exercise.id"))
    version_id: Mapped[int] = mapped_column(ForeignKey("exercise_version.id"), index=True)
    graded_version_id: Mapped[int | None] = mapped_column(ForeignKey("exercise_version.id"))
    attempt: Mapped[int]
    received_at: Mapped[datetime]
    sha256: Mapped[str] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(2))
    status: Mapped[Status] = mapped_column(word(Status), default=Status.QUEUED)
    lease_until: Mapped[datetime | None]
    claimed_by: Mapped[str | None] = mapped_column(String(100))
    failures: Mapped[int] = mapped_column(default=0)
    failure_reason: Mapped[str | None] = mapped_column(String(2000))
    due_at: Mapped[datetime | None]
    is_late: Mapped[bool] = mapped_column(default=False, server_default=false())
    late_factor: Mapped[float] = mapped_column(default=1.0, server_default="1")
    eligible: Mapped[bool] = mapped_column(default=True, server_default=true())
    counts: Mapped[bool] = mapped_column(default=False)
    points: Mapped[float | None]
    maximum: Mapped[float | None]
    unmarked: Mapped[int] = mapped_column(default=0)
    graded_at: Mapped[datetime | None]
    seconds: Mapped[float | None]
    engine: Mapped[str | None] = mapped_column(String(100))

    learner: Mapped[Person] = relationship()
    offering: Mapped[Offering] = relationship()
    exercise: Mapped[Exercise] = relationship()
    version: Mapped[ExerciseVersion] = relationship(foreign_keys=[version_id])
    graded_version: Mapped[ExerciseVersion | None] = relationship(foreign_keys=[graded_version_id])
    release: Mapped[Release] = relationship(viewonly=True)
    files: Mapped[list[SubmissionFile]] = relationship(
        order_by="SubmissionFile.name", cascade="all, delete-orphan"
    )
    scores: Mapped[list[TaskScore]] = relationship(
        back_populates="submission", cascade="all, delete-orphan"
    )
    feedback: Mapped[list[FeedbackFile]] = relationship(
        order_by="FeedbackFile.name", cascade="all, delete-orphan"
    )

    @property
    def credit(self) -> float | None:
        """The points that it brings, after what lateness costs; None before it is graded."""
        return None if self.points is None else self.points * self.late_factor


class SubmissionFile(Base):
    """One file of an attempt; its content is a blob under its SHA-256."""

    __tablename__ = "submission_file"

    submission_id: Mapped[int] = mapped_column(
        ForeignKey("submission.id", ondelete="CASCADE"), primary_key=True
    )
    name: Mapped[str] = mapped_column(String(100), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]


class FeedbackFile(Base):
    """One file of an attempt's feedback (HTML, a stranger's); its content is a blob under its SHA-256."""

    __tablename__ = "feedback_file"

    submission_id: Mapped[int] = mapped_column(
        ForeignKey("submission.id", ondelete="CASCADE"), primary_key=True
    )
    name: Mapped[str] = mapped_column(String(100), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]


class TaskScore(Base):
    """Points and verdict of one task in one attempt.

    Attributes:
        points: None as long as nobody has marked it; that is never zero points.
        code: what differs, a stable word such as `relative_phase`.
        parameters: numbers and words for the code's text.
        rationale: language -> what differs.
        hint: language -> what to try next; may be empty.
    """

    __tablename__ = "task_score"

    submission_id: Mapped[int] = mapped_column(
        ForeignKey("submission.id", ondelete="CASCADE"), primary_key=True
    )
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), primary_key=True, index=True)
    points: Mapped[float | None]
    maximum: Mapped[float]
    marked_by: Mapped[MarkedBy] = mapped_column(word(MarkedBy))
    outcome: Mapped[Outcome] = mapped_column(word(Outcome))
    code: Mapped[str] = mapped_column(String(60))
    parameters: Mapped[dict[str, Any]]
    rationale: Mapped[Texts]
    hint: Mapped[Texts]

    submission: Mapped[Submission] = relationship(back_populates="scores")
    task: Mapped[Task] = relationship()
