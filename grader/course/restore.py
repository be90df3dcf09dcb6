"""From a submitted file, which may hold anything, to a notebook that has the released cells where they belong.

nbgrader restores the text of locked cells, but trusts the rest of the file: cell tags, ids and metadata can switch a
check off, and a doubled or deleted cell can stop the grading. So a submission is read, not believed: of each cell only
its kind, text and `grade_id` are taken, and everything else comes from the release.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from grader.errors import SubmissionError
from grader.notebooks import NotebookNode, as_node, new_cell, new_notebook

MOST_NOTEBOOK = 32 * 1024 * 1024
"""Bytes of a notebook that is still parsed."""

_NEWEST_MINOR = 5
_CELL_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")


@dataclass(frozen=True)
class SubmittedCell:
    """What is taken from a submitted cell.

    Attributes:
        kind: `code`, `markdown` or `raw`.
        source: its text.
        grade_id: nbgrader's id of the cell; None for a cell of the learner's own.
        attachments: pictures pasted into a markdown cell: file name -> MIME type -> base64.
        cell_id: nbformat's id of the cell; None if it has none, or one that no cell may have.
    """

    kind: str
    source: str
    grade_id: str | None = None
    attachments: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    cell_id: str | None = None


@dataclass(frozen=True)
class Submitted:
    """What is taken from a submitted notebook.

    Attributes:
        cells: its cells, in order.
        minor: minor version of nbformat 4, 0 to 5.
        language: language of its kernel, in lower case; empty if it does not say.
    """

    cells: tuple[SubmittedCell, ...]
    minor: int
    language: str


def read_submission(content: bytes) -> tuple[SubmittedCell, ...]:
    """Read the cells of a submitted notebook (nbformat 4).

    Raises:
        SubmissionError: the file is too large, no JSON, or no notebook of format 4.
    """
    return read_submitted(content).cells


def read_submitted(content: bytes) -> Submitted:
    """Read a submitted notebook (nbformat 4).

    Raises:
        SubmissionError: the file is too large, no JSON, or no notebook of format 4.
    """
    if len(content) > MOST_NOTEBOOK:
        raise SubmissionError(
            f"expected at most {MOST_NOTEBOOK / 1e6:.0f} MB, got {len(content) / 1e6:.0f} MB"
        )
    try:
        loose = json.loads(content.decode("utf-8-sig"))
        # halves of surrogate pairs can stand in JSON and in no file
        notebook = json.loads(json.dumps(loose, ensure_ascii=False).encode("utf-8", "replace"))
    except ValueError as error:
        raise SubmissionError(f"expected JSON, got {error}") from error
    except RecursionError as error:
        raise SubmissionError("expected JSON, got nesting without end") from error
    if not isinstance(notebook, dict) or notebook.get("nbformat") != 4:
        found = notebook.get("nbformat") if isinstance(notebook, dict) else type(notebook).__name__
        raise SubmissionError(f"expected nbformat 4, got {str(found)[:40]}")
    cells = notebook.get("cells")
    if not isinstance(cells, list):
        raise SubmissionError("expected a list of cells, got none")
    minor = notebook.get("nbformat_minor")
    return Submitted(
        cells=tuple(_read_cell(cell, number) for number, cell in enumerate(cells, start=1)),
        minor=min(max(minor, 0), _NEWEST_MINOR) if isinstance(minor, int) else _NEWEST_MINOR,
        language=language_of(notebook.get("metadata")),
    )


def language_of(metadata: object) -> str:
    """Return the language that a notebook's metadata claim, in lower case; empty if they say nothing."""
    told = metadata if isinstance(metadata, Mapping) else {}
    for place, name in (
        ("kernelspec", "language"),
        ("language_info", "name"),
        ("kernelspec", "name"),
    ):
        inner = told.get(place)
        word = inner.get(name) if isinstance(inner, Mapping) else None
        if isinstance(word, str) and word:
            return word[:40].lower()
    return ""


def restore(
    cells: Sequence[SubmittedCell], released: NotebookNode, as_received: NotebookNode
) -> NotebookNode:
    """Return the learner's notebook on the ground of the released one.

    The learner's order is kept. Released cells get the release's kind and metadata, and if locked its text; one that
    is there twice counts where it is last, as in nbgrader; one that is missing comes back behind the released cell
    that precedes it. An answer left as it was received, in any language, becomes the released stub, so that nbgrader
    sees that it is unanswered.

    Args:
        cells: the submission.
        released: the release of which the gradebook knows the checksums.
        as_received: the release in the learner's language: same ids, other prose.
    """
    known = {_grade_id(cell): cell for cell in released.cells if _grade_id(cell)}
    stubs = {_grade_id(cell): cell.source.strip() for cell in as_received.cells}
    last = {cell.grade_id: index for index, cell in enumerate(cells)}
    restored: list[NotebookNode] = []
    for index, cell in enumerate(cells):
        if cell.grade_id in known and last[cell.grade_id] == index:
            ours = known[cell.grade_id]
            untouched = cell.source.strip() == stubs.get(cell.grade_id)
            keep = ours.metadata.nbgrader.get("solution") and not untouched
            restored.append(_released(ours, cell.source if keep else ours.source, cell.attachments))
        else:
            restored.append(_new_cell(cell.kind, cell.source, cell.attachments))
    _put_back(restored, known)
    metadata = {
        key: deepcopy(value) for key, value in released.metadata.items() if key != "widgets"
    }
    return new_notebook(restored, metadata)


def untouched(released: NotebookNode) -> NotebookNode:
    """Return the notebook of somebody who did nothing: what is graded when a submission cannot be read."""
    cells = [SubmittedCell(cell.cell_type, cell.source, _grade_id(cell)) for cell in released.cells]
    return restore(cells, released, released)


def _read_cell(cell: object, number: int) -> SubmittedCell:
    if not isinstance(cell, dict) or cell.get("cell_type") not in {"code", "markdown", "raw"}:
        raise SubmissionError(f"cell {number}: expected a code, markdown or raw cell")
    source = cell.get("source")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str):
        raise SubmissionError(f"cell {number}: expected text as source")
    metadata = cell.get("metadata")
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    return SubmittedCell(
        kind=cell["cell_type"],
        source=source,
        grade_id=grade_id if isinstance(grade_id, str) else None,
        attachments=_read_attachments(cell.get("attachments")),
        cell_id=_read_id(cell.get("id")),
    )


def _read_id(cell_id: object) -> str | None:
    sound = isinstance(cell_id, str) and _CELL_ID.fullmatch(cell_id)
    return str(cell_id) if sound else None


def _read_attachments(attachments: object) -> dict[str, dict[str, str]]:
    if not isinstance(attachments, dict):
        return {}
    return {
        name: {kind: data for kind, data in bundle.items() if isinstance(data, str)}
        for name, bundle in attachments.items()
        if isinstance(bundle, dict)
    }


def _grade_id(cell: NotebookNode) -> str | None:
    grade_id: str | None = cell.metadata.get("nbgrader", {}).get("grade_id")
    return grade_id


def _released(
    ours: NotebookNode, source: str, attachments: Mapping[str, Mapping[str, str]]
) -> NotebookNode:
    cell = _new_cell(ours.cell_type, source, attachments)
    cell.metadata = deepcopy(ours.metadata)
    return cell


def _new_cell(kind: str, source: str, attachments: Mapping[str, Mapping[str, str]]) -> NotebookNode:
    cell = new_cell(kind, source)
    if attachments and kind == "markdown":
        cell.attachments = as_node(attachments)
    return cell


def _put_back(cells: list[NotebookNode], known: Mapping[str | None, NotebookNode]) -> None:
    """Insert what is missing, each behind the released cell that precedes it."""
    present = {_grade_id(cell) for cell in cells}
    before: str | None = None
    for grade_id, ours in known.items():
        if grade_id not in present:
            ids = [_grade_id(cell) for cell in cells]
            place = ids.index(before) + 1 if before else 0
            cells.insert(place, _released(ours, ours.source, {}))
        before = grade_id
