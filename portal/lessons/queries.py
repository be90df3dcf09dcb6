"""Lessons of an offering, read from the models."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.models import (
    Exercise,
    ExerciseVersion,
    Lesson,
    LessonPage,
    LessonPicture,
    Release,
    Texts,
)


@dataclass(frozen=True)
class Entry:
    """A lesson in the list of an offering.

    Attributes:
        id: the module's.
        title: in each language.
        here: whether its pages have been published.
    """

    id: str
    title: Texts
    here: bool


@dataclass(frozen=True)
class Page:
    """A lesson in one language.

    Attributes:
        language: of its text; English where there is no page in the reader's.
        headings: `id`, `level` and `html` of each.
        sha256: of its HTML.
    """

    language: str
    headings: Sequence[dict[str, Any]]
    sha256: str


def lessons_of(session: Session, offering_id: str) -> tuple[Entry, ...]:
    """Return the lessons of an offering's modules in the order of the course, those that open later as well."""
    found = session.execute(
        select(Exercise.id, ExerciseVersion.title, Lesson.version)
        .join(Release, Release.exercise_id == Exercise.id)
        .join(ExerciseVersion, ExerciseVersion.exercise_id == Exercise.id)
        .outerjoin(Lesson, Lesson.exercise_id == Exercise.id)
        .where(Release.offering_id == offering_id, ExerciseVersion.is_current)
        .order_by(ExerciseVersion.position, Exercise.id)
    )
    return tuple(Entry(row.id, row.title, row.version is not None) for row in found)


def page_of(session: Session, lesson_id: str, language: str) -> Page | None:
    """Return a lesson in a language, or in English; None where it is not published."""
    rows = session.scalars(
        select(LessonPage).where(
            LessonPage.lesson_id == lesson_id, LessonPage.language.in_((language, "en"))
        )
    )
    pages = {row.language: row for row in rows}
    found = pages.get(language) or pages.get("en")
    return Page(found.language, found.headings, found.sha256) if found else None


def picture_of(session: Session, lesson_id: str, name: str) -> str | None:
    """Return the SHA-256 of a lesson's picture; None where it has none of that name."""
    found = session.get(LessonPicture, (lesson_id, name))
    return found.sha256 if found else None


def begun_release(session: Session, offering_id: str, lesson_id: str, at: datetime) -> bool:
    """Say whether the exercise of a lesson is open to the learners of an offering."""
    release = session.get(Release, (offering_id, lesson_id))
    return release is not None and release.release_at <= at
