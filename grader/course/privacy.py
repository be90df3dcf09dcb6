"""What of a graded notebook its learner may see: everything but the hidden tests."""

from __future__ import annotations

from copy import deepcopy

from nbgrader import utils
from nbgrader.preprocessors import ClearHiddenTests

from grader.course.quiet import QUIET
from grader.notebooks import NotebookNode

_NOT_SHOWN = "a check that is not shown failed"


def for_learner(notebook: NotebookNode) -> NotebookNode:
    """Return a graded notebook without hidden tests, and without errors that quote them or tell of their inputs.

    The judge marks a check cell whose error is of a visible line; where nobody told, the error may be of any line.
    """
    seen = deepcopy(notebook)
    clear = ClearHiddenTests(log=QUIET)
    for index, cell in enumerate(seen.cells):
        if cell.cell_type != "code" or not utils.is_grade(cell):
            continue
        text = cell.source
        clear.preprocess_cell(cell, {}, index)
        if cell.source != text and cell.metadata.get("qampus", {}).get("hidden", True):
            for output in cell.outputs:
                if output.output_type == "error":
                    output.evalue = _NOT_SHOWN
                    output.traceback = [f"{output.ename}: {_NOT_SHOWN}"]
    return seen
