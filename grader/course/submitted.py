"""Reads a submitted file, which may hold anything.

nbgrader restores the text of locked cells, but trusts the rest of the file: cell tags, ids and metadata can switch a
check off, and a doubled or deleted cell can stop the grading. So a submission is read, not believed: of each cell only
its kind, text, `grade_id`, pasted pictures and a sound id are taken.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from grader.errors import SubmissionError
from grader.notebooks import NotebookNode

MOST_NOTEBOOK = 32 * 1024 * 1024
"""Bytes of a notebook that is still parsed."""

MOST_CELLS = 2_000
"""Cells of a notebook that is still graded: each one costs time, an empty one, too."""

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


def read_submitted(content: bytes) -> Submitted:
    """Read a submitted notebook (nbformat 4).

    Raises:
        SubmissionError: the file is too large, no JSON, no notebook of format 4, or has too many cells.
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
    if len(cells) > MOST_CELLS:
        raise SubmissionError(f"expected at most {MOST_CELLS} cells, got {len(cells)}")
    told = notebook.get("nbformat_minor")
    # not isinstance: true is an int, too, and stands for no version
    minor = told if type(told) is int else _NEWEST_MINOR
    return Submitted(
        cells=tuple(_read_cell(cell, number) for number, cell in enumerate(cells, start=1)),
        minor=min(max(minor, 0), _NEWEST_MINOR),
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


def in_source_language(
    submitted: Submitted, released: NotebookNode, as_received: NotebookNode
) -> Submitted:
    """Return a submission in which answers left as they were received have the text of the release.

    A translated stub is no answer; nbgrader knows only the source's, by its checksum. Space around a text is nothing
    that anybody wrote.

    Args:
        submitted: the submission.
        released: the release of which the gradebook knows the checksums.
        as_received: the release in the learner's language: same ids, other prose.
    """
    given = {_grade_id(cell): cell.source.strip() for cell in as_received.cells}
    stubs = answers_of(released)
    cells = tuple(
        replace(cell, source=stubs[cell.grade_id])
        if cell.grade_id in stubs and cell.source.strip() == given.get(cell.grade_id)
        else cell
        for cell in submitted.cells
    )
    return replace(submitted, cells=cells)


def nothing_done(released: NotebookNode) -> Submitted:
    """Return the submission of somebody who did nothing: what is graded when a file cannot be read."""
    cells = tuple(
        SubmittedCell(cell.cell_type, cell.source, _grade_id(cell)) for cell in released.cells
    )
    return Submitted(cells, _NEWEST_MINOR, language_of(released.metadata))


def answers_of(notebook: NotebookNode) -> dict[str, str]:
    """Return grade_id -> text of the cells into which a learner writes."""
    told = [(cell, cell.metadata.get("nbgrader", {})) for cell in notebook.cells]
    return {one["grade_id"]: cell.source for cell, one in told if one.get("solution")}


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
