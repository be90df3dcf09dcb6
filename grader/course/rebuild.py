"""From a submitted notebook of any course to one that has the instructor's cells as the gradebook knows them.

nbgrader's sanitising steps in one pass and without a query for each cell: the learner's order is kept, locked cells get
their text back, of a doubled cell the last one counts. In contrast to nbgrader nothing else of the file is believed:
roles, points and metadata of the instructor's cells come from the gradebook and the release, and a cell that is gone,
renamed or doubled never stops the grading.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from secrets import token_hex
from typing import Any

from nbgrader import utils

from grader.course.known import KnownAssignment, KnownCell, KnownNotebook
from grader.course.submitted import Submitted, SubmittedCell
from grader.notebooks import NotebookNode, as_node

_FIRST_MINOR_WITH_IDS = 5
_SCHEMA = 3

_LANGUAGE_INFO = {
    "codemirror_mode": {"name": "ipython", "version": sys.version_info.major},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": f"ipython{sys.version_info.major}",
    "version": sys.version.split()[0],
}
"""What a Python kernel says of itself."""


def rebuild(
    submitted: Submitted,
    known: KnownNotebook,
    *,
    add_missing: str | None = None,
    whole: bool = False,
) -> NotebookNode:
    """Return the learner's notebook with the instructor's cells restored, without outputs.

    Args:
        submitted: what the learner handed in.
        known: the instructor's cells.
        add_missing: what is written above a check that was deleted and is put back, with a place for `{cell_id}`;
            None leaves it out, so that it wins no points.
        whole: whether every cell that is gone comes back as it was released, not checks alone and without a notice.
    """
    last = {cell.grade_id: index for index, cell in enumerate(submitted.cells)}
    cells: list[NotebookNode] = []
    ids: set[str] = set()
    for index, cell in enumerate(submitted.cells):
        ours = known.cells.get(cell.grade_id or "")
        if ours is not None and last[cell.grade_id] == index:
            made = _known_cell(ours, ours.source if ours.locked else cell.source, cell)
        else:
            made = _plain_cell(cell.kind, cell.source, cell)
        made.id = cell.cell_id if cell.cell_id and cell.cell_id not in ids else _fresh_id()
        ids.add(made.id)
        cells.append(made)
    if whole:
        _put_back_all(cells, known)
    elif add_missing is not None:
        _put_back(cells, known, add_missing)
    if submitted.minor < _FIRST_MINOR_WITH_IDS:
        for made in cells:
            del made["id"]
    notebook = as_node({"nbformat": 4, "nbformat_minor": submitted.minor, "metadata": {}})
    notebook.cells = cells
    notebook.metadata.language_info = as_node(_LANGUAGE_INFO)
    if known.kernelspec:
        notebook.metadata.kernelspec = as_node(known.kernelspec)
    return notebook


def missing_checks(notebook: NotebookNode, known: KnownNotebook) -> tuple[str, ...]:
    """Return the grade_ids of cells with points that a restored notebook does not hold."""
    present = {cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells}
    return tuple(
        name
        for name, cell in known.cells.items()
        if cell.points is not None and name not in present
    )


def with_texts(
    assignment: KnownAssignment, texts: Mapping[tuple[str, str], str]
) -> KnownAssignment:
    """Return an assignment with new texts of locked cells, and the checksums that nbgrader gives them.

    Args:
        assignment: what the gradebook knows.
        texts: (notebook, grade_id) -> text.
    """
    notebooks = dict(assignment.notebooks)
    for (name, task), text in texts.items():
        cell = replace(notebooks[name].cells[task], source=text)
        cell = replace(cell, checksum=utils.compute_checksum(_known_cell(cell, text, None)))
        notebooks[name] = replace(notebooks[name], cells={**notebooks[name].cells, task: cell})
    return replace(assignment, notebooks=notebooks)


def _known_cell(ours: KnownCell, source: str, theirs: SubmittedCell | None) -> NotebookNode:
    cell = _plain_cell(ours.kind, source, theirs)
    cell.metadata = as_node(deepcopy(dict(ours.metadata)))
    told: dict[str, Any] = dict(cell.metadata.get("nbgrader", {}))
    told |= {
        "schema_version": _SCHEMA,
        "grade_id": ours.name,
        "grade": ours.is_grade,
        "solution": ours.is_solution,
    }
    told.setdefault("locked", ours.locked)
    if told["locked"] != ours.locked and not ours.is_grade:
        told["locked"] = ours.locked
    if ours.task:
        told["task"] = True
    if ours.is_grade or ours.is_solution or ours.locked:
        told.setdefault("cell_type", ours.kind)
    if ours.points is None:
        told.pop("points", None)
    elif told.get("points") != ours.points:
        told["points"] = ours.points
    if ours.checksum is not None:
        told["checksum"] = ours.checksum
    cell.metadata.nbgrader = as_node(told)
    return cell


def _plain_cell(kind: str, source: str, theirs: SubmittedCell | None) -> NotebookNode:
    # nbformat's own functions validate each cell; the notebook is validated once, when it is written
    cell = as_node({"id": _fresh_id(), "cell_type": kind, "metadata": {}, "source": source})
    if kind == "code":
        cell |= as_node({"execution_count": None, "outputs": []})
    if theirs is not None and theirs.attachments and kind == "markdown":
        cell.attachments = as_node(theirs.attachments)
    return cell


def _fresh_id() -> str:
    return token_hex(4)


def _put_back(cells: list[NotebookNode], known: KnownNotebook, notice: str) -> None:
    """Insert deleted cells with points, each behind the known cell that precedes it; tasks come last."""
    places = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in cells]
    before: str | None = None
    for name, ours in known.cells.items():
        if name in places:
            before = name
        elif ours.task:
            cells.append(_known_cell(ours, ours.source, None))
            places.append(name)
        elif ours.is_grade:
            # an answer without the notice has its checksum, so that it counts as not given
            above = "" if ours.is_solution else notice.format(cell_id=name)
            if above and ours.kind == "code":
                above = f"# {above}"
            place = places.index(before) + 1 if before is not None else 0
            cells.insert(place, _known_cell(ours, above + ours.source, None))
            places.insert(place, name)
            before = name


def _put_back_all(cells: list[NotebookNode], known: KnownNotebook) -> None:
    """Insert all that is gone, each cell behind the known one that precedes it."""
    places = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in cells]
    before: str | None = None
    for name, ours in known.cells.items():
        if name not in places:
            place = places.index(before) + 1 if before is not None else 0
            cells.insert(place, _known_cell(ours, ours.source, None))
            places.insert(place, name)
        before = name
