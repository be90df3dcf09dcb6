"""The texts of a module's lesson, taken out of its pages: what it shows is nobody's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.errors import BlobError
from portal.models import LessonPage
from portal.storage import BlobStore


@dataclass(frozen=True)
class LessonTexts:
    """What a lesson says.

    Attributes:
        code: its programs.
        prose: all else, page by page.
    """

    code: frozenset[str]
    prose: frozenset[str]


def lesson_pages(session: Session, exercise_id: str) -> frozenset[str]:
    """Return the SHA-256 of a lesson's pages, one for each language; none where there is no lesson."""
    return frozenset(
        session.scalars(select(LessonPage.sha256).where(LessonPage.lesson_id == exercise_id))
    )


def lesson_texts(store: BlobStore, pages: Iterable[str]) -> LessonTexts:
    """Return the texts of a lesson."""
    code: set[str] = set()
    prose: set[str] = set()
    for sha256 in pages:
        reader = _Reader()
        try:
            reader.feed(store.get(sha256).decode())
        except BlobError:
            continue  # without it a little more is listed than need be
        code.update(reader.code)
        prose.add("".join(reader.prose))
    return LessonTexts(frozenset(code), frozenset(prose))


class _Reader(HTMLParser):
    """Takes a page apart: the blocks of code, and the rest."""

    def __init__(self) -> None:
        super().__init__()
        self.code: list[str] = []
        self.prose: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block of code."""
        if tag == "pre" and "highlight" in (dict(attrs).get("class") or "").split():
            self._inside = True
            self.code.append("")

    def handle_endtag(self, tag: str) -> None:
        """End a block of code."""
        if tag == "pre":
            self._inside = False

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        if self._inside:
            self.code[-1] += data
        else:
            self.prose.append(data)
