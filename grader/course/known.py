"""What the gradebook knows about an assignment: its notebooks and their cells, read once for all submissions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from nbgrader.api import (
    Assignment,
    Gradebook,
    GradeCell,
    Notebook,
    SolutionCell,
    SourceCell,
    TaskCell,
)
from sqlalchemy import select

ReleasedCells = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""Notebook -> grade_id -> metadata of the released cell, in notebook order."""


@dataclass(frozen=True)
class KnownCell:
    """One of the instructor's cells, as `nbgrader generate_assignment` saved it.

    Attributes:
        name: nbgrader's grade_id.
        kind: `code` or `markdown`.
        locked: whether its text is restored.
        source: its text, hidden tests included.
        checksum: nbgrader's checksum of the released text.
        points: what it is worth; None for a cell without points.
        grade_row: id of the cell to which its grades belong; None for a cell without points.
        comment_row: id of the cell to which its comments belong; None for a cell that nobody answers.
        task: whether it is nbgrader's "manually graded task".
        metadata: the cell's metadata in the released notebook; empty if that is not there.
    """

    name: str
    kind: str
    locked: bool
    source: str
    checksum: str | None
    points: float | None = None
    grade_row: str | None = None
    comment_row: str | None = None
    task: bool = False
    metadata: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_grade(self) -> bool:
        """Whether nbgrader calls it a grade cell."""
        return self.points is not None and not self.task

    @property
    def is_solution(self) -> bool:
        """Whether a learner writes into it."""
        return self.comment_row is not None and not self.task

    @property
    def is_check(self) -> bool:
        """Whether its code decides points."""
        return self.is_grade and not self.is_solution and self.kind == "code"


@dataclass(frozen=True)
class KnownNotebook:
    """One notebook of an assignment.

    Attributes:
        name: without `.ipynb`.
        row: the gradebook's id.
        kernelspec: of the instructor's notebook; empty if it had none.
        cells: grade_id -> cell, in notebook order.
    """

    name: str
    row: str
    kernelspec: Mapping[str, Any]
    cells: Mapping[str, KnownCell]


@dataclass(frozen=True)
class KnownAssignment:
    """An assignment.

    Attributes:
        name: nbgrader's assignment id.
        row: the gradebook's id.
        notebooks: name -> notebook.
    """

    name: str
    row: str
    notebooks: Mapping[str, KnownNotebook]


def read_assignment(
    gradebook: Gradebook, name: str, released: ReleasedCells
) -> KnownAssignment | None:
    """Return what the gradebook knows about an assignment; None if it knows nothing.

    Args:
        gradebook: of the course.
        name: nbgrader's assignment id.
        released: metadata of its released cells.
    """
    session = gradebook.db
    found = session.execute(select(Assignment.id).where(Assignment.name == name)).first()
    if found is None:
        return None
    rows = session.execute(
        select(Notebook.id, Notebook.name, Notebook.kernelspec)
        .where(Notebook.assignment_id == found.id)
        .order_by(Notebook.name)
    ).all()
    notebooks = {
        row.name: KnownNotebook(
            name=row.name,
            row=row.id,
            kernelspec=json.loads(row.kernelspec or "{}") or {},
            cells=_read_cells(session, row.id, released.get(row.name, {})),
        )
        for row in rows
    }
    return KnownAssignment(name, found.id, notebooks)


def _read_cells(
    session: Any, notebook: str, released: Mapping[str, Mapping[str, Any]]
) -> dict[str, KnownCell]:
    graded = _by_name(session, GradeCell, notebook, GradeCell.max_score)
    tasks = _by_name(session, TaskCell, notebook, TaskCell.max_score)
    answers = _by_name(session, SolutionCell, notebook)
    rows = session.execute(
        select(
            SourceCell.name,
            SourceCell.cell_type,
            SourceCell.locked,
            SourceCell.source,
            SourceCell.checksum,
        ).where(SourceCell.notebook_id == notebook)
    ).all()
    order = {grade_id: number for number, grade_id in enumerate(released)}
    cells = {}
    for row in sorted(rows, key=lambda row: order.get(row.name, len(order))):
        worth = graded.get(row.name) or tasks.get(row.name)
        answer = answers.get(row.name) or tasks.get(row.name)
        cells[row.name] = KnownCell(
            name=row.name,
            kind=row.cell_type,
            locked=row.locked,
            source=row.source or "",
            checksum=row.checksum,
            points=float(worth.max_score) if worth else None,
            grade_row=worth.id if worth else None,
            comment_row=answer.id if answer else None,
            task=row.name in tasks,
            metadata=released.get(row.name, {}),
        )
    return cells


def _by_name(session: Any, kind: Any, notebook: str, *more: Any) -> dict[str, Any]:
    rows = session.execute(select(kind.name, kind.id, *more).where(kind.notebook_id == notebook))
    return {row.name: row for row in rows}
