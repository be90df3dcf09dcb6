"""What the author's pages show."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy.orm import Session

from portal.authoring.cells import SourceCell, cell_at, split
from portal.authoring.drafts import (
    AT_CHECK,
    AT_RELEASE,
    OVER,
    current_version,
    latest_draft,
    text_of,
)
from portal.authoring.report import DraftProblem, DraftReport
from portal.models import Draft, DraftText, ExerciseVersion, Offering, Release

_SOURCE = "exercise.py"
_CONTEXT = 3


@dataclass(frozen=True)
class Place:
    """A problem, and where the author finds it.

    Attributes:
        problem: what is wrong.
        cell: number of the cell, counted from 1; None: in another file.
        line: line of the cell's text, counted from 1; 0: its header.
    """

    problem: DraftProblem
    cell: int | None
    line: int


@dataclass(frozen=True)
class AuthorPage:
    """An exercise as its author sees it.

    Attributes:
        offering: where the author teaches.
        version: that is handed out now.
        base: that the text was made from.
        zone: of the offering's institution.
        text: what stands there now; None: the grader has not sent any.
        draft: that is worked on, or the last one that was released or dropped.
        draft_open: whether the draft is worked on.
        report: what the grader found in it.
        places: its problems with their cells.
    """

    offering: Offering
    version: ExerciseVersion
    base: ExerciseVersion
    zone: ZoneInfo
    text: str | None
    draft: Draft | None
    draft_open: bool
    report: DraftReport | None
    places: tuple[Place, ...]

    @property
    def revision(self) -> int:
        """Of the text; 0 if it is that of the version itself."""
        return self.draft.revision if self.draft is not None and self.draft_open else 0

    @property
    def busy(self) -> bool:
        """Whether the grader is asked for something."""
        return self.draft is not None and self.draft.state in (*AT_CHECK, *AT_RELEASE)

    @property
    def locked(self) -> bool:
        """Whether the text cannot be changed now."""
        return self.draft is not None and self.draft.state in AT_RELEASE

    @property
    def last_text(self) -> DraftText | None:
        """The draft's last text."""
        return self.draft.texts[-1] if self.draft is not None else None

    @property
    def outdated(self) -> bool:
        """Whether another version came out since the draft was begun."""
        return self.draft_open and self.version.id != self.base.id

    def said_of(self, number: int) -> tuple[Place, ...]:
        """Return the problems of a cell, counted from 1."""
        return tuple(place for place in self.places if place.cell == number)


@dataclass(frozen=True)
class Line:
    """A line of a difference: `same`, `gone`, `new`, or `between` what is left out."""

    kind: str
    text: str


def author_page(session: Session, offering: Offering, exercise_id: str) -> AuthorPage | None:
    """Return what an author sees of an exercise; None if the offering does not have it."""
    version = current_version(session, exercise_id)
    if version is None or session.get(Release, (offering.id, exercise_id)) is None:
        return None
    draft = latest_draft(session, offering.id, exercise_id)
    is_open = draft is not None and draft.state not in OVER
    base = draft.base if draft is not None and is_open else version
    text = draft.texts[-1].text if draft is not None and is_open else text_of(session, version)
    report = None
    if draft is not None and is_open and draft.report is not None:
        report = msgspec.convert(draft.report, DraftReport)
    return AuthorPage(
        offering=offering,
        version=version,
        base=base,
        zone=ZoneInfo(offering.institution.time_zone),
        text=text,
        draft=draft,
        draft_open=is_open,
        report=report,
        places=_places(report, text or ""),
    )


def difference(before: str, after: str) -> tuple[Line, ...]:
    """Return what differs between two texts, with a few lines around it."""
    rows = difflib.unified_diff(before.split("\n"), after.split("\n"), n=_CONTEXT, lineterm="")
    kinds = {"+": "new", "-": "gone", " ": "same", "@": "between"}
    return tuple(
        Line(kinds[row[0]], "" if row[0] == "@" else row[1:])
        for number, row in enumerate(rows)
        if number > 1  # the names of the files
    )


def cells_of(text: str) -> tuple[SourceCell, ...]:
    """Return the cells of a text."""
    return split(text)


def titles(cells: Sequence[SourceCell]) -> dict[str, list[int]]:
    """Return task -> numbers of its cells, counted from 1, in order."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, cell in enumerate(cells, 1):
        if cell.name and cell.kind != "given":
            found[cell.name].append(number)
    return dict(found)


def _places(report: DraftReport | None, text: str) -> tuple[Place, ...]:
    if report is None:
        return ()
    cells = split(text)
    found = []
    for problem in report.problems:
        number = cell_at(cells, problem.line) if problem.file == _SOURCE else None
        if number is None:
            found.append(Place(problem, None, problem.line))
        else:
            found.append(Place(problem, number + 1, problem.line - cells[number].line))
    return tuple(found)
