"""Lessons as pages to read, as the grader built them: only what is shown now is kept."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.models.base import Base, now


class Lesson(Base):
    """The lesson of a module, executed.

    Attributes:
        exercise_id: the module's id, which is its exercise's.
        version: digest of all its pages and pictures.
    """

    __tablename__ = "lesson"

    exercise_id: Mapped[str] = mapped_column(ForeignKey("exercise.id"), primary_key=True)
    version: Mapped[str] = mapped_column(String(64))
    added_at: Mapped[datetime] = mapped_column(default=now)

    pages: Mapped[list[LessonPage]] = relationship(cascade="all, delete-orphan")
    pictures: Mapped[list[LessonPicture]] = relationship(cascade="all, delete-orphan")


class LessonPage(Base):
    """A lesson in one language.

    Attributes:
        headings: `id`, `level` and `html` of each, for the table of contents.
        sha256: the blob with its HTML, which is harmless.
    """

    __tablename__ = "lesson_page"

    lesson_id: Mapped[str] = mapped_column(ForeignKey("lesson.exercise_id"), primary_key=True)
    language: Mapped[str] = mapped_column(String(2), primary_key=True)
    headings: Mapped[list[dict[str, Any]]] = mapped_column(JSON())
    sha256: Mapped[str] = mapped_column(String(64))


class LessonPicture(Base):
    """A picture of a lesson, a PNG; its content is a blob."""

    __tablename__ = "lesson_picture"

    lesson_id: Mapped[str] = mapped_column(ForeignKey("lesson.exercise_id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64))
