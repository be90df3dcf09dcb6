"""Makes notebooks from a source: the same cells, ids and code in every language."""

from __future__ import annotations

from collections import Counter
from typing import Any

from grader.authoring.cells import Cell, Kind
from grader.authoring.markers import SOLUTION, spans
from grader.authoring.source import Source
from grader.authoring.translation import Translation
from grader.notebooks import NotebookNode, new_cell, new_notebook, text_of, validate

_KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


def notebook(source: Source, translation: Translation) -> NotebookNode:
    """Return a lesson, or an exercise as nbgrader's instructor version.

    A rubric stands in the solution region of its essay, so that nbgrader itself never releases it.

    Args:
        source: what is to be made into a notebook.
        translation: its prose in one language.
    """
    counted: Counter[Kind] = Counter()
    texts = translation.cell_texts(source)
    rubrics = {
        cell.name: text
        for cell, text in zip(source.cells, texts, strict=True)
        if cell.kind is Kind.RUBRIC
    }
    cells = []
    for cell, text in zip(source.cells, texts, strict=True):
        if cell.kind is Kind.RUBRIC:
            continue
        counted[cell.kind] += 1
        if cell.kind is Kind.ESSAY:
            text = _with_rubric(text, rubrics[cell.name])  # noqa: PLW2901 - the text of this cell
        made = new_cell("markdown" if cell.kind.is_markdown else "code", text)
        made.id = _cell_id(cell, counted[cell.kind])
        made.metadata.update(_nbgrader_metadata(cell))
        cells.append(made)
    result = new_notebook(
        cells=cells,
        metadata={"kernelspec": dict(_KERNEL), "language_info": {"name": "python"}},
    )
    result.nbformat_minor = 5
    validate(result)
    return result


def notebook_text(node: NotebookNode) -> str:
    """Return a notebook as the text of its file."""
    return f"{text_of(node)}\n"


def _with_rubric(text: str, rubric: str) -> str:
    """Put the rubric at the end of the last solution region."""
    last = spans(text, SOLUTION)[0][-1][1]
    lines = text.split("\n")
    return "\n".join([*lines[:last], "", "---", "", rubric, *lines[last:]])


def _cell_id(cell: Cell, ordinal: int) -> str:
    """Return an id that does not depend on the language, and survives changes of other tasks."""
    return f"{cell.kind}-{ordinal if cell.name is None else cell.name}"


def _nbgrader_metadata(cell: Cell) -> dict[str, Any]:
    """Return nbgrader's metadata, schema version 3, from a cell's short header."""
    if cell.kind not in {Kind.GIVEN, Kind.ANSWER, Kind.CHECK, Kind.ESSAY}:
        return {}
    graded = cell.kind.has_points
    writable = cell.kind in {Kind.ANSWER, Kind.ESSAY}
    metadata: dict[str, Any] = {
        "schema_version": 3,
        "grade_id": f"{cell.name}_answer" if cell.kind is Kind.ANSWER else cell.name,
        "grade": graded,
        "solution": writable,
        "locked": not writable,
        "task": False,
    }
    if graded:
        metadata["points"] = cell.points
    return {"nbgrader": metadata}
