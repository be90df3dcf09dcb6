"""Which part of the table of marks is shown: by name, by what is open, and a page at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from portal.gradebook.rows import Gradebook, Row

PAGE_LENGTH = 100


class Show(StrEnum):
    """Which learners are listed."""

    ALL = "all"
    OPEN = "open"
    """Something that they handed in has no final points yet."""
    LATE = "late"
    MISSING = "missing"
    """They have not handed in an exercise."""


@dataclass(frozen=True)
class Selection:
    """What the reader asked for.

    Attributes:
        text: part of a name, login or pseudonym; empty: any.
        show: which learners.
        page: 1, 2, 3 ...
    """

    text: str = ""
    show: Show = Show.ALL
    page: int = 1

    @classmethod
    def asked_for(cls, arguments: Mapping[str, str]) -> Selection:
        """Return what an address asks for; what makes no sense is as if it were not there."""
        show, page = arguments.get("show", ""), arguments.get("page", "")
        sensible = page.isascii() and page.isdigit() and len(page) < 6
        return cls(
            text=arguments.get("text", "").strip()[:100],
            show=Show(show) if show in set(Show) else Show.ALL,
            page=max(1, int(page)) if sensible else 1,
        )

    @property
    def narrowed(self) -> bool:
        """Whether it leaves anybody out."""
        return bool(self.text) or self.show is not Show.ALL

    def at(self, page: int) -> Selection:
        """Return the same on another page."""
        return replace(self, page=page)


@dataclass(frozen=True)
class Page:
    """A part of the rows that were asked for.

    Attributes:
        rows: what is shown.
        number: which page it is.
        last: the last page's number.
        total: how many rows were found.
    """

    rows: Sequence[Row]
    number: int
    last: int
    total: int


def select(book: Gradebook, selection: Selection) -> tuple[Row, ...]:
    """Return the rows that were asked for."""
    text = _plain(selection.text)
    return tuple(
        row
        for row in book.rows
        if _shown(row, selection.show, len(book.columns)) and (not text or text in _names(row))
    )


def pages(rows: Sequence[Row], selection: Selection) -> Page:
    """Return the page that was asked for, or the last one where there are not so many."""
    last = max(1, -(-len(rows) // PAGE_LENGTH))
    number = min(selection.page, last)
    begin = (number - 1) * PAGE_LENGTH
    return Page(rows[begin : begin + PAGE_LENGTH], number, last, len(rows))


def _shown(row: Row, show: Show, exercises: int) -> bool:
    match show:
        case Show.OPEN:
            return row.open > 0
        case Show.LATE:
            return row.late > 0
        case Show.MISSING:
            return len(row.cells) < exercises
    return True


def _names(row: Row) -> str:
    one = row.learner
    names = f"{one.family_name}{one.given_name}\n{one.given_name}{one.family_name}"
    return _plain(f"{names}\n{one.login}\n{one.pseudonym}")


def _plain(text: str) -> str:
    """Return a text without blanks and cases, so that a name is found however it is written."""
    return "".join(text.casefold().split(" "))
